/** The contract as the traceability check sees it: clauses, the schemas of request and answer, the probes of the spec files. */

import type { Scenario } from '../endpoints/org/scenario.js';
import { scenarios } from '../endpoints/org/scenarios.js';
import { loadPlaces } from '../engine/service/places.js';
import { refusalAnswerSchema } from '../schemas/answer/refusal.schema.js';
import { successAnswerSchema } from '../schemas/answer/success.schema.js';
import { type ClauseId, clauses } from '../schemas/clauses/clauses.js';
import type { SchemaNode } from '../schemas/keywords.js';
import { conversationSchema, jsonPartFormSchema, partsFormSchema } from '../schemas/request/form.schema.js';
import { requestHeadersSchema } from '../schemas/request/headers.schema.js';
import {
  jsonBodySchema,
  jsonConversationSchema,
  oneParticipantSchema,
  routingAttributesSchema,
} from '../schemas/request/json-body.schema.js';
import { jsonContentTypeSchema } from '../schemas/request/json-headers.schema.js';
import { participantsSchema } from '../schemas/request/participants.schema.js';
import { connectorRules } from '../verdicts/connector/rules.js';
import type { Contract, TracedSchema } from './traceability.js';

const { channelAddressIdentifier } = conversationSchema.properties;

/**
 * Each schema once, the inner ones by themselves. `given` names what the readers of messages always provide, so that
 * no message can break it: header fields and form parts are texts, an answer has a status.
 */
const schemas: readonly TracedSchema[] = [
  traced('request headers', requestHeadersSchema, [
    '/type',
    ...Object.keys(requestHeadersSchema.properties).map((name) => `/properties/${name}/type`),
  ]),
  traced('form (parts)', partsFormSchema, ['/type', '/properties/participants/type']),
  traced('form (json-part)', jsonPartFormSchema, ['/type', '/required/json', '/properties/json/type']),
  // Its participants are the schema below.
  traced('conversation', { ...conversationSchema, properties: { channelAddressIdentifier } }, []),
  traced('participants', participantsSchema, []),
  traced('JSON body', jsonBodySchema, ['/type']),
  // Its channel is traced above and its participants below. Of one entry, a wrong one is told by its own keywords.
  traced(
    'JSON conversation',
    {
      ...jsonConversationSchema,
      properties: {
        participants: { ...oneParticipantSchema, items: {} },
        routingAttributes: routingAttributesSchema,
      },
    },
    ['/properties/participants/items'],
  ),
  traced('JSON request headers', { properties: { 'Content-Type': jsonContentTypeSchema } }, [
    '/properties/Content-Type/type',
  ]),
  traced('success answer', successAnswerSchema, ['/type', '/required/status', '/required/body']),
  traced('refusal', refusalAnswerSchema, ['/type', '/required/status', '/properties/status/type']),
];

function traced(name: string, schema: SchemaNode, given: readonly string[]): TracedSchema {
  return { name, schema, given };
}

/** How connectors are judged: by rules over their requests, by the scenarios of the gate, and by driving them. */
const rules: readonly { readonly clause: ClauseId; readonly title: string }[] = [
  ...connectorRules,
  ...scenarios.flatMap(({ clause, title }: Scenario) =>
    clause === undefined ? [] : [{ clause, title: `scenario: ${title}` }],
  ),
  { clause: 'behaviour/driven/subject-unchanged', title: 'driven: subjects asked for and arrived' },
  { clause: 'behaviour/driven/channel-unchanged', title: 'driven: channels asked for and arrived' },
];

/** Loads the spec files, so it works in a built checkout only. */
export async function loadContract(): Promise<Contract<ClauseId>> {
  return { clauses, schemas, places: await loadPlaces(), rules };
}
