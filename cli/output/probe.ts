/** Tells what a probe found, for people: what came for each layout, the options to use, what was left behind. */
import type { ProbeResult } from '../../engine/service/probe-service.js';
import type { Target } from '../../engine/service/run-options.js';
import { layOut } from '../../text/columns.js';
import { plural } from '../../text/format.js';
import { showFound } from '../../text/found.js';
import { tellAnswer } from '../../verdicts/service/probe-answer.js';
import type { Spoken } from '../../verdicts/service/probe-decision.js';

export function tellProbe(
  { decision, attempts, requests, pair }: ProbeResult,
  { baseUrl }: Pick<Target, 'baseUrl'>,
): string {
  const rows = attempts.map(({ edition, layout, answer }) => [edition, layout, tellAnswer(answer)]);
  const left = pair.established
    ? `Left behind: one conversation of the subject ${showFound(pair.subject)} on the channel ${showFound(pair.channel)}.`
    : 'No conversation was established.';
  return [
    ...tellDecision(decision),
    '',
    layOut([['EDITION', 'LAYOUT', 'ANSWER'], ...rows]),
    '',
    left,
    `${plural(requests, 'request')} went to ${baseUrl.href}.`,
  ].join('\n');
}

/** The result for programs; identifiers are left out, as they are the service's own words. */
export function probeAsJson({ decision, attempts, requests, pair }: ProbeResult): string {
  const { channel, subject, established } = pair;
  return JSON.stringify(
    {
      ...decision,
      ...(decision.found ? { options: optionsFor(decision.use) } : {}),
      attempts: attempts.map(({ edition, layout, answer }) => ({
        edition,
        layout,
        ...('status' in answer ? { status: answer.status } : {}),
        answer: tellAnswer(answer),
      })),
      requests,
      left: established ? [{ channel, subject }] : [],
    },
    undefined,
    2,
  );
}

function tellDecision(decision: ProbeResult['decision']): readonly string[] {
  if (!decision.found) {
    return [`No edition was found: ${decision.cause}.`, decision.reason, `What to do: ${decision.advice}.`];
  }
  const { use, spoken, statuses, notes } = decision;
  const others = spoken.filter((one) => one !== use && optionsFor(one) !== optionsFor(use));
  const editions = [...new Set(spoken.map(({ edition }) => edition))];
  return [
    `The service speaks edition ${use.edition} in the layout ${use.layout}, success status ${statuses.join(' and ')}.`,
    `Use: npx byoc-conformance run ${optionsFor(use)}`,
    ...others.map((one) => `Spoken as well: ${optionsFor(one)}`),
    ...(editions.length < 2 ? [] : [`To compare: ${editions.map((edition) => `--edition ${edition}`).join(' ')}`]),
    ...notes,
  ];
}

function optionsFor({ edition, layout }: Spoken): string {
  return `--edition ${edition} --layout ${layout}`;
}
