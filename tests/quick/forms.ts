/** The forms that requests of the published contract have: each layout in the edition that takes it. */
import type { Layout } from '../../schemas/codecs/codecs.js';
import { editionIds } from '../../schemas/editions/editions.js';
import { defaultOperation, layoutsOf } from '../../schemas/operations/operations.js';
import type { RequestForm } from '../../schemas/operations/request-schema.js';

export const forms: readonly RequestForm[] = editionIds.flatMap((edition) =>
  layoutsOf(edition).map((layout) => ({ operation: defaultOperation, edition, layout })),
);

/** The oldest edition that has the layout. */
export function formOf(layout: Layout): RequestForm {
  const form = forms.find((one) => one.layout === layout);
  if (form === undefined) throw new Error(`no edition has the layout ${layout}`);
  return form;
}
