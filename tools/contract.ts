/** The contract as the traceability check sees it: clauses, the schemas of request and answer, the probes of the spec files. */

import { scenarios } from '../endpoints/org/scenarios.js';
import { loadPlaces } from '../engine/service/places.js';
import { type ClauseId, clauses } from '../schemas/clauses/clauses.js';
import { wholeObject } from '../schemas/codecs/codec.js';
import { codecContractOf } from '../schemas/codecs/codecs.js';
import { editionIds } from '../schemas/editions/editions.js';
import { isSchemaNode, type SchemaNode } from '../schemas/keywords.js';
import { formIn, type Operation, type OperationForm, operations } from '../schemas/operations/operations.js';
import { schemasOf } from '../schemas/operations/request-schema.js';
import { connectorRules } from '../verdicts/connector/rules.js';
import type { Scenario } from '../wire/scenario.js';
import type { Contract, TracedSchema } from './traceability.js';

/** `given` names what the readers of messages always provide, so that no message can break it. */
function traced(name: string, schema: SchemaNode, given: readonly string[]): TracedSchema {
  return { name, schema, given };
}

const membersOf = ({ properties }: SchemaNode): readonly string[] =>
  isSchemaNode(properties) ? Object.keys(properties) : [];

/** Every schema of an operation over all editions, each once: what operations or codecs share is traced with the first. */
function tracedOf(operation: Operation): readonly TracedSchema[] {
  const { id, headers, body, forms, answers } = operation;
  const codecs = forms.flatMap((form) =>
    form.codecs.map((codec) => ({ ...codecContractOf(codec), form, edition: newestOf(operation, form) })),
  );
  return [
    // Header fields and form parts are texts, an answer has a status; the object as a whole is traced with its codec.
    traced('request headers', headers, ['/type', ...membersOf(headers).map((name) => `/properties/${name}/type`)]),
    ...codecs.map(({ mediaType, contentType }) => traced(`Content-Type (${mediaType})`, contentType, ['/type'])),
    traced(id, body, ['/type']),
    ...codecs.flatMap(({ id: codec, layout, place, schemaOf, form: { clauses }, edition }) => {
      const written = schemaOf(schemasOf({ operation: id, edition, layout }).values, clauses);
      const parts = membersOf(written).filter((name) => !membersOf(body).includes(name) || isJsonText(written, name));
      return [
        traced(`${id}, ${codec}`, written, [
          '/type',
          ...parts.map((name) => `/properties/${name}/type`),
          ...parts.filter((name) => !membersOf(body).includes(name)).map((name) => `/required/${name}`),
        ]),
        ...(place === 'body' || parts.includes('json')
          ? [traced(`${id}, ${codec}, object`, wholeObject({ type: 'object' }, clauses), [])]
          : []),
      ];
    }),
    traced('success answer', answers.success, ['/type', '/required/status', '/required/body']),
    traced('refusal', answers.refusal, ['/type', '/required/status', '/properties/status/type']),
  ];
}

/** The newest edition in which an operation has a form: it has every member that is still there. */
function newestOf(operation: Operation, form: OperationForm): string {
  const edition = editionIds.findLast((one) => formIn(operation, one) === form);
  if (edition === undefined) throw new Error(`no edition has the form of ${operation.id} from ${form.from}`);
  return edition;
}

function isJsonText({ properties }: SchemaNode, name: string): boolean {
  const member = isSchemaNode(properties) ? properties[name] : undefined;
  return isSchemaNode(member) && 'contentMediaType' in member;
}

const byName = new Map(operations.flatMap(tracedOf).map((schema) => [schema.name, schema]));
const schemas: readonly TracedSchema[] = [...byName.values()];

/** How connectors are judged: by rules over their requests, by the scenarios of the gate, and by driving them. */
const rules: readonly { readonly clause: ClauseId; readonly title: string }[] = [
  ...connectorRules,
  ...scenarios.flatMap(({ clause, title }: Scenario) =>
    clause === undefined ? [] : [{ clause, title: `scenario: ${title}` }],
  ),
  { clause: 'behaviour/driven/subject-unchanged', title: 'driven: subjects asked for and arrived' },
  { clause: 'behaviour/driven/channel-unchanged', title: 'driven: channels asked for and arrived' },
  { clause: 'behaviour/driven/identifier-kept', title: 'driven: identifiers given and held' },
];

/** Loads the spec files, so it works in a built checkout only. */
export async function loadContract(): Promise<Contract<ClauseId>> {
  return { clauses, schemas, places: await loadPlaces(), rules };
}
