/**
 * Learning goals in a circle: one's own, what others share, and what was seen of them. Opened here and nowhere else.
 *
 *     const learning = await learningIn(circle);
 *     learning.goals; // one's own, those still open first
 */
import type { Circle } from "./circle.ts";
import type { Ending, Mirror, OwnGoal, OwnMark, Quadrant, SeenGoal, SharedGoal } from "./goal-shapes.ts";
import {
  FEEDBACK,
  MARK,
  MIRROR,
  OWN,
  QUADRANT,
  SHARED,
  marksOf,
  mirrorOf,
  ownGoal,
  quadrantOf,
  seenGoal,
  sharedGoal,
} from "./goal-shapes.ts";
import type { Kept } from "./kept.ts";
import { kept, today } from "./kept.ts";

export type { OwnGoal, SharedGoal };

/** Goals of one's own that are still open, the newest first. */
export async function goalsOfMine(circle: Circle): Promise<readonly OwnGoal[]> {
  const texts = await kept(circle, [OWN]);
  return sorted(texts.flatMap((text) => ownGoal(text) ?? [])).filter(({ closed_on }) => closed_on === null);
}

/** Open goals that members of now share, one's own included. */
export async function sharedGoals(circle: Circle): Promise<readonly SharedGoal[]> {
  const texts = await kept(circle, [SHARED]);
  return shared(circle, texts).filter(({ closed_on }) => closed_on === null);
}

/** Everything about learning that opens here. */
export async function learningIn(circle: Circle): Promise<Learning> {
  const learning = new Learning(circle);
  await learning.look();
  return learning;
}

export class Learning {
  readonly #circle: Circle;
  #texts: readonly Kept[] = [];

  constructor(circle: Circle) {
    this.#circle = circle;
  }

  async look(): Promise<void> {
    this.#texts = await kept(this.#circle, [OWN, MARK, SHARED, FEEDBACK, MIRROR, QUADRANT]);
  }

  // What there is

  /** Whose it is. */
  get owner(): string {
    return this.#circle.acct;
  }

  /** One's own, those still open first, then the newest. */
  get goals(): readonly OwnGoal[] {
    return sorted(this.#of(OWN).flatMap((text) => ownGoal(text) ?? []));
  }

  /** Texts of one's own that don't open on this device. */
  get shut(): number {
    return this.#texts.filter(({ isMine, says }) => isMine && says === null).length;
  }

  get mirror(): Mirror {
    return mirrorOf(this.#at(MIRROR, this.#circle.group)?.says ?? {});
  }

  get quadrant(): Quadrant {
    return quadrantOf(this.#at(QUADRANT, this.#circle.group)?.says ?? {});
  }

  /** What members of now share, one's own included. */
  get shared(): readonly SharedGoal[] {
    return shared(this.#circle, this.#of(SHARED));
  }

  /** Goals of other members that were shared before we came and don't open. */
  get unread(): number {
    const members = membersOf(this.#circle);
    return this.#of(SHARED).filter(({ by, isMine, says }) => !isMine && members.has(by) && says === null)
      .length;
  }

  goal(id: string): OwnGoal | undefined {
    return this.goals.find((goal) => goal.id === id);
  }

  sharedBy(id: string): SharedGoal | undefined {
    return this.shared.find((goal) => goal.id === id);
  }

  marks(goal: string): readonly OwnMark[] {
    return marksOf(this.#at(MARK, goal)?.says ?? {});
  }

  /** What was seen of a goal, the newest first; one text of each member for each meeting. */
  seen(goal: string): readonly SeenGoal[] {
    const told = this.#of(FEEDBACK)
      .flatMap((text) => seenGoal(text) ?? [])
      .filter((one) => one.goal === goal);
    return [...told].sort((one, other) => other.on.localeCompare(one.on));
  }

  // Deeds

  async keepMirror(mirror: Mirror): Promise<void> {
    await this.#keepOwn(MIRROR, this.#circle.group, { v: 1, capabilities: mirror });
  }

  async keepQuadrant(quadrant: Quadrant): Promise<void> {
    await this.#keepOwn(QUADRANT, this.#circle.group, { v: 1, ...quadrant });
  }

  /** One's own; what the circle can read of it follows. */
  async keepGoal(goal: OwnGoal): Promise<void> {
    const { id, ...text } = goal;
    await this.#keepOwn(OWN, id, { v: 1, ...text });
    const before = this.sharedBy(id);
    if (before) await this.#share(goal, before.own_view !== "");
  }

  /** `withOwnView`: whether others may read how one does it now. */
  async share(goal: OwnGoal, { withOwnView }: { withOwnView: boolean }): Promise<void> {
    const sharing = { ...goal, shared_since: goal.shared_since ?? today() };
    const { id, ...text } = sharing;
    await this.#keepOwn(OWN, id, { v: 1, ...text });
    await this.#share(sharing, withOwnView);
  }

  async stopSharing(goal: string): Promise<void> {
    await this.#circle.takeBack(SHARED, goal);
    await this.look();
  }

  async end(goal: OwnGoal, ending: Ending | null): Promise<void> {
    await this.keepGoal({ ...goal, ending, closed_on: ending === null ? null : today() });
  }

  /** Everything of one's own about it; what others wrote is theirs. */
  async forget(goal: string): Promise<void> {
    for (const field of [SHARED, MARK, OWN]) await this.#circle.takeBack(field, goal);
    await this.look();
  }

  /** The last of a day counts. */
  async mark(goal: string, mark: number, on: string = today()): Promise<void> {
    const others = this.marks(goal).filter((one) => one.on !== on);
    const marks = [...others, { on, mark }].sort((one, other) => one.on.localeCompare(other.on));
    await this.#keepOwn(MARK, goal, { v: 1, marks });
  }

  /** Everybody in the circle may read it, with our name. */
  async giveFeedback(told: Pick<SeenGoal, "goal" | "meeting" | "on" | "mark" | "words">): Promise<void> {
    const before = this.ownFeedback(told.goal, told.meeting);
    const item = before?.item ?? crypto.randomUUID();
    await this.#circle.keep(FEEDBACK, item, (before?.rev ?? 0) + 1, JSON.stringify({ v: 1, ...told }));
    await this.look();
  }

  async takeFeedbackBack({ item }: SeenGoal): Promise<void> {
    await this.#circle.takeBack(FEEDBACK, item);
    await this.look();
  }

  ownFeedback(goal: string, meeting: string): SeenGoal | undefined {
    return this.seen(goal).find((one) => one.isMine && one.meeting === meeting);
  }

  async #share(goal: OwnGoal, withOwnView: boolean): Promise<void> {
    const { id, shared_since, ...text } = goal;
    const since = shared_since ?? today();
    const says = { v: 1, ...text, since, own_view: withOwnView ? goal.own_view : "" };
    const rev = (this.#at(SHARED, id)?.rev ?? 0) + 1;
    await this.#circle.keep(SHARED, id, rev, JSON.stringify(says));
    await this.look();
  }

  async #keepOwn(field: string, item: string, says: object): Promise<void> {
    const rev = (this.#at(field, item)?.rev ?? 0) + 1;
    await this.#circle.keepOwn(field, item, rev, JSON.stringify(says));
    await this.look();
  }

  #of(field: string): readonly Kept[] {
    return this.#texts.filter((text) => text.field === field);
  }

  #at(field: string, item: string): Kept | undefined {
    return this.#of(field).find((text) => text.item === item);
  }
}

function shared(circle: Circle, texts: readonly Kept[]): readonly SharedGoal[] {
  const members = membersOf(circle);
  return sorted(texts.flatMap((text) => sharedGoal(text) ?? [])).filter(({ by }) => members.has(by));
}

const membersOf = ({ roster }: Circle): ReadonlySet<string> => new Set(roster.map(([acct]) => acct));

const sorted = <Goal extends Pick<OwnGoal, "closed_on" | "since">>(goals: readonly Goal[]): Goal[] =>
  [...goals].sort(
    (one, other) =>
      Number(one.closed_on !== null) - Number(other.closed_on !== null) ||
      other.since.localeCompare(one.since),
  );
