/** How a step is told in a story: `refused request for A (participants[0].role: the role Agent)`. Pure. */
import { placeWords } from '../../../text/place-words.js';
import type { EstablishStep, PairName, Step } from './step.js';

export function tellStep(step: Step): string {
  switch (step.kind) {
    case 'establish':
      return ['establish ', tellPair(step.pair), ...tellManner(step)].join('');
    case 'at once':
      return `${step.calls} calls at once for ${tellPair(step.pair)}`;
    case 'refused':
      return `refused request for ${tellPair(step.pair)} (${placeWords(step.at)}: ${step.label})`;
    case 'neighbour':
      return `establish two near neighbours of ${tellPair(step.of)} (${step.family.name}: ${step.relation.relation})`;
    case 'others':
      return `establish ${step.count} other${step.count === 1 ? '' : 's'}`;
    case 'wait':
      return `wait ${step.ms} ms`;
  }
}

function tellPair({ letter, channel }: PairName): string {
  return channel === 'first' ? letter : `${letter} on the other channel`;
}

function tellManner({ connection, spellings }: EstablishStep): readonly string[] {
  const labels = spellings.map(({ label }) => label);
  return [
    ...(connection === 'fresh' ? [' on a fresh connection'] : []),
    ...(labels.length === 0 ? [] : [`, with ${labels.join(' and ')}`]),
  ];
}
