/** All editions of the contract, the default first; their ids as a type, and look-up by id. */
import type { Edition, Layout } from './edition.js';
import { edition61 } from './edition-61.js';
import { edition65 } from './edition-65.js';

export { type Edition, type Layout, layouts } from './edition.js';

const editions = [edition61, edition65] as const satisfies readonly Edition[];

export type EditionId = (typeof editions)[number]['id'];

export const editionIds = editions.map(({ id }) => id) satisfies readonly EditionId[];

/** The edition of a run that names none: the specification. */
export const defaultEdition: EditionId = edition61.id;

export function isEditionId(id: string): id is EditionId {
  return editions.some((edition) => edition.id === id);
}

/** The edition of an id; the type rules out an unknown one. */
export function editionOf(id: EditionId): Edition {
  const edition = editions.find((one) => one.id === id);
  if (edition === undefined) throw new Error(`there is no edition ${id}`);
  return edition;
}

/** The layouts that an edition takes, the default first. */
export function layoutsOf(id: EditionId): readonly Layout[] {
  return editionOf(id).layouts;
}

/** The layout of a run that names none. */
export function defaultLayoutOf(id: EditionId): Layout {
  return editionOf(id).layouts[0];
}

/** The edition that a layout belongs to. No two editions share one; the test of the editions holds it. */
export function editionOfLayout(layout: Layout): EditionId {
  const edition = editions.find((one) => layoutsOf(one.id).includes(layout));
  if (edition === undefined) throw new Error(`no edition has the layout ${layout}`);
  return edition.id;
}
