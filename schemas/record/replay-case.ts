/** Types of a replay case, derived from its published schema. */
import type { FromSchema } from 'json-schema-to-ts';
import type { replayCaseSchema } from './replay-case.schema.js';

export type ReplayCase = FromSchema<typeof replayCaseSchema>;
export type ReplayRequest = ReplayCase['requests'][number];
export type ReplayBody = ReplayRequest['body'];
