/** What the readers of web pages use of the DOM; the project does without the browser's global types. */
export interface DomNode {
  readonly nodeType: number;
  readonly textContent: string | null;
  readonly childNodes: Iterable<DomNode>;
  replaceWith(...nodes: readonly (DomNode | string)[]): void;
}

/** An element; its name may be in capitals or not. */
export interface DomElement extends DomNode {
  readonly tagName: string;
  readonly children: Iterable<DomElement>;
  getAttribute(name: string): string | null;
  hasAttribute(name: string): boolean;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
  remove(): void;
}

/** A page as it was parsed; it need not have a body. */
export interface DomDocument {
  readonly body: DomElement | null;
  createElement(tagName: string): DomElement;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

/** A page that has a body, as every page has once it is completed. */
export type Page = DomDocument & { readonly body: DomElement };
