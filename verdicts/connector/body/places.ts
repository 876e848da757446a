/** Places in the values of a body, and how people write the way to them. */
import type { BodyReading } from '../../../wire/codecs/codec.js';

/** Where the JSON text stands. */
export function placeOfJson({ json }: Pick<BodyReading, 'json'>): string {
  return json?.part === undefined ? 'The body' : `The part ${json.part}`;
}

export interface Place {
  readonly value: unknown;
  readonly parent: unknown;
  readonly name: string;
  /** All values together. */
  readonly isWhole: boolean;
}

/** `/form/json/participants/0/role`, `/form/participants/0/role` and `/body/participants/0/role` name the same place. */
export function placeAt(pointer: string, { values, codec }: BodyReading): Place {
  const steps = pointer
    .replace(codec === 'form-json-part' ? /^\/form\/json/ : /^\/(?:form|body)/, '')
    .split('/')
    .slice(1);
  let value: unknown = values;
  let parent: unknown;
  for (const step of steps) {
    parent = value;
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? Reflect.get(value, key) : undefined;
  }
  const name = steps
    .map((step, index) => (/^\d+$/.test(step) ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
  return { value, parent, name: name === '' ? 'the whole' : name, isWhole: steps.length === 0 };
}
