/** The usual meeting of a circle that lasts: sealed in it, so that whoever leads next finds it. */
import type { Circle, SealedText } from "../live/circle.ts";
import { Refused } from "../live/http.ts";
import type { UsualMeeting, UsualPlace } from "./usual-meeting.ts";
import { usualIn } from "./usual-meeting.ts";

export const AGENDA = "circle.agenda";
const NONE = "null";

export class CircleUsual implements UsualPlace {
  readonly #circle: Circle;
  #kept: UsualMeeting | null = null;

  constructor(circle: Circle) {
    this.#circle = circle;
  }

  get kept(): UsualMeeting | null {
    return this.#kept;
  }

  async open(text: SealedText | undefined): Promise<this> {
    const [opened] = text ? await this.#circle.read([text]) : [];
    this.#kept = usualIn(opened && "text" in opened ? opened.text : null);
    return this;
  }

  async keep(usual: UsualMeeting): Promise<boolean> {
    if (!(await this.#write(JSON.stringify(usual)))) return false;
    this.#kept = usual;
    return true;
  }

  async forget(): Promise<void> {
    if (await this.#write(NONE)) this.#kept = null;
  }

  /** The latest holds: who presses the button has seen what they keep. */
  async #write(text: string): Promise<boolean> {
    const { group } = this.#circle;
    try {
      const [standing] = await this.#circle.texts([AGENDA], [group]);
      await this.#circle.keep(AGENDA, group, (standing?.rev ?? 0) + 1, text);
      return true;
    } catch (error) {
      if (error instanceof Refused && error.code === "newer") return this.#write(text);
      console.warn("The usual meeting wasn't kept.", String(error));
      return false;
    }
  }
}
