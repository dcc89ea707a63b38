/** Finding the pieces of an element by the name that its HTML gives them: `data-part="error"`. */
export function part(of: ParentNode, name: string): HTMLElement | null {
  return of.querySelector<HTMLElement>(`[data-part=${name}]`);
}

export function inputPart(of: ParentNode, name: string): HTMLInputElement | null {
  return of.querySelector<HTMLInputElement>(`input[data-part=${name}]`);
}

export function buttonPart(of: ParentNode, name: string): HTMLButtonElement | null {
  return of.querySelector<HTMLButtonElement>(`button[data-part=${name}]`);
}
