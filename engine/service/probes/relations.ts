/**
 * Part of a probe: relations of subjects, packed into carriers. The base of a carrier goes first, then each variant, which is
 * one relation. What a store refuses is found by halving, so that one text that it does not hold takes no other with it.
 */

import { itself } from '../../../generators/identities/family.js';
import { isBeyond255 } from '../../../generators/identities/odd.js';
import {
  type Carrier,
  halvesOf,
  packCarriers,
  repertoireOf,
  repertoires,
  textSlug,
} from '../../../generators/identities/relations/carriers.js';
import type { RelationClass } from '../../../generators/identities/relations/classes.js';
import {
  type Relation,
  relationName,
  relationSlug,
  smallestPair,
} from '../../../generators/identities/relations/relation.js';
import { selectRelations } from '../../../generators/identities/relations/select.js';
import type { NamedCase } from '../../../generators/named-case.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { subjectPlace } from '../../../schemas/record/message-place.schema.js';
import type { Exchange } from '../../../wire/exchange.js';
import { type Acceptance, bookAccepted } from '../accept.js';
import { isLengthFine } from '../accept-all.js';
import { isWrong, judgeAcceptance } from '../judge-acceptance.js';
import type { ProbeContext } from '../probe-context.js';
import { longSubject } from './accepts-subjects.js';

/** Refusals that are looked into, and merges that are shown by a pair of their own: a right service has none. */
const mostRefusals = 100;
const mostShown = 12;

export async function keepRelationsApart(context: ProbeContext, clause: ClauseId): Promise<void> {
  const probing = new Relations(context, clause);
  const carriers = packCarriers(selectRelations(context.plan.relations), (name) => context.word(name));
  await Promise.all(carriers.map((carrier) => probing.separate(carrier)));
  await probing.showSmallest();
}

class Relations {
  readonly #context: ProbeContext;
  readonly #clause: ClauseId;
  /** The likeliest of each class that came back as one with its base. */
  readonly #merged = new Map<RelationClass, Relation>();
  #refusals = 0;

  constructor(context: ProbeContext, clause: ClauseId) {
    this.#context = context;
    this.#clause = clause;
  }

  async separate(carrier: Carrier): Promise<void> {
    const { base, variants } = carrier;
    const isThere = await this.#ask(this.#base(carrier), (refused) => this.#halve(carrier, refused));
    if (!isThere) return;
    await Promise.all(variants.map(({ relation, subject }) => this.#variant(carrier, relation, subject)));
    const merged = variants.filter(({ subject }) => this.#identifierOf(subject) === this.#identifierOf(base));
    for (const { relation } of this.#identifierOf(base) === undefined ? [] : merged) {
      const known = this.#merged.get(relation.class);
      if (known === undefined || relation.rank < known.rank) this.#merged.set(relation.class, relation);
    }
  }

  /** Of each class that merged one pair without anything around it: the counterexample to show, where that is enough. */
  async showSmallest(): Promise<void> {
    const inside = [...this.#merged.values()].filter(({ members }) => members.place === 'inside');
    await Promise.all(
      inside.slice(0, mostShown).map(async (relation) => {
        const [first, second] = smallestPair(relation, this.#context.word('s'));
        const { slug } = relation;
        await this.#ask(this.#acceptance(first, baseCase(slug, first)));
        await this.#ask(this.#acceptance(second, variantCase(slug, relation)));
      }),
    );
  }

  async #variant({ slug, base }: Carrier, relation: Relation, subject: string): Promise<void> {
    const related = this.#acceptance(subject, variantCase(slug, relation), base);
    const repertoire = repertoireOf(subject);
    // Of all relations that bring in what the store does not hold, one is told.
    const brought = repertoire === repertoireOf(base) ? related : { ...related, ...baseCase(slug, subject) };
    await this.#ask(related, (exchange) => this.#blame(brought, exchange));
  }

  /** What it holds in two halves; it is to blame itself where it is refused and both halves are not, or has none. */
  async #halve(carrier: Carrier, refused: Exchange): Promise<void> {
    const halves = halvesOf(carrier, (name) => this.#context.word(name));
    this.#refusals += halves.length;
    if (this.#refusals <= mostRefusals) await Promise.all(halves.map((half) => this.separate(half)));
    const isHeld = ({ base }: Carrier): boolean => this.#identifierOf(base) !== undefined;
    if (halves.every(isHeld) || this.#refusals > mostRefusals) await this.#blame(this.#base(carrier), refused);
  }

  async #blame(acceptance: Acceptance, refused: Exchange): Promise<void> {
    this.#refusals += 1;
    const { ledger, run } = this.#context;
    if (this.#refusals > mostRefusals) {
      const evidence = { exchange: refused, cause: 'another clause broken' } as const;
      ledger.book(judgeAcceptance(acceptance, evidence, run));
    } else if (await isLengthFine(this.#context, acceptance)) await bookAccepted(this.#context, acceptance, refused);
  }

  /** Whether it was not refused. A refusal is told to whoever asked; else it is blamed as it stands. */
  async #ask(
    acceptance: Acceptance,
    refused: (exchange: Exchange) => Promise<void> = (exchange) => this.#blame(acceptance, exchange),
  ): Promise<boolean> {
    const { pair, case: asked, label } = acceptance;
    const context = this.#context;
    const requestId = context.fixedRequestId(`relation ${pair.subject}`);
    if (isBeyond255(pair.subject)) await longSubject(context, { case: asked, label, pair }, requestId);
    else {
      const exchange = await context.send(context.conforming(pair, requestId), { accepted: pair });
      if (isWrong(exchange)) {
        await refused(exchange);
        return false;
      }
      await bookAccepted(context, acceptance, exchange);
    }
    const identifier = this.#identifierOf(pair.subject);
    if (identifier !== undefined && context.history.ownersOf(identifier) === 1) context.ledger.pass(this.#clause);
    return true;
  }

  #base({ slug, base }: Carrier): Acceptance {
    return this.#acceptance(base, baseCase(slug, base));
  }

  /** Without a control it differs from plain words by its text. */
  #acceptance(subject: string, named: NamedCase, control = 'a plain word'): Acceptance {
    return {
      ...named,
      pair: { channel: this.#context.channel, subject },
      blames: 'body/participants/subject/any-text',
      difference: { at: subjectPlace, control, case: subject },
    };
  }

  #identifierOf(subject: string): string | undefined {
    return this.#context.run.identifierOf({ channel: this.#context.channel, subject });
  }
}

function baseCase(family: string, subject: string): NamedCase {
  const repertoire = repertoireOf(subject);
  return {
    case: { slug: textSlug(repertoire), family, relation: itself.slug },
    label: `a text of ${repertoires[repertoire]}`,
  };
}

function variantCase(family: string, relation: Relation): NamedCase {
  const { class: kind, slug } = relation;
  return { case: { slug: relationSlug(kind), family, relation: slug }, label: relationName(relation) };
}
