/** The conversations that a run leaves behind, put together for the run record: the API cannot delete them. Pure. */
import { carriesPrefix } from '../../generators/run-prefix.js';
import type { ConversationsSection } from '../../schemas/record/conversations.schema.js';

/** A conversation as its 2xx answer tells it. What the request was unreadable for, or the answer lacks, is absent. */
export interface Conversation {
  readonly channel?: string;
  readonly subject?: string;
  readonly identifier?: string;
}

export interface LeftBehind {
  /** See generators/run-prefix.ts. */
  readonly prefix: string;
  readonly established: readonly Conversation[];
  /** Pairs of requests without an answer, or answered with 5xx: nobody knows. */
  readonly uncertain: readonly Conversation[];
}

/** More than a run at level deep leaves behind. */
export const mostConversations = 20_000;

/** Joins what several workers or shards saw; each conversation once, in order of appearance. */
export function conversationsSection(parts: readonly LeftBehind[]): ConversationsSection | undefined {
  const [first] = parts;
  if (first === undefined) return undefined;
  const prefixes = [...new Set(parts.map(({ prefix }) => prefix))];
  const all = distinct(parts.flatMap(({ established }) => established));
  const known = new Set(all.map(pairOf));
  const uncertain = distinct(parts.flatMap((part) => part.uncertain)).filter((one) => !known.has(pairOf(one)));
  const marked = all.map((one) =>
    one.subject !== undefined && prefixes.some((prefix) => carriesPrefix(one.subject ?? '', prefix))
      ? one
      : { ...one, withoutPrefix: true as const },
  );
  const withoutPrefix = marked.filter((one) => 'withoutPrefix' in one);
  return {
    total: all.length,
    prefixes,
    withoutPrefix: withoutPrefix.length,
    uncertain: uncertain.length,
    // Those that nobody could tell from a person's come first, so that no bound hides them.
    list: [...withoutPrefix, ...marked.filter((one) => !('withoutPrefix' in one))].slice(0, mostConversations),
    leftOut: Math.max(0, all.length - mostConversations),
  };
}

function distinct(conversations: readonly Conversation[]): readonly Conversation[] {
  return [...new Map(conversations.map((one) => [conversationKey(one), one])).values()];
}

/** One pair that got two identifiers is two conversations. */
export function conversationKey({ channel, subject, identifier }: Conversation): string {
  return JSON.stringify([channel ?? null, subject ?? null, identifier ?? null]);
}

function pairOf({ channel, subject }: Conversation): string {
  return JSON.stringify([channel ?? null, subject ?? null]);
}
