/** The top of the page: may this be released, why, and what the run was. Read in five seconds. */

import type { RunRecord, ServiceRecord } from '../../schemas/record/run-record.js';
import { formatDuration, formatNumber, formatTime, plural } from '../../text/format.js';
import { operationWords } from '../operation-words.js';
import type { Overview } from '../overview.js';
import { releaseAnswer } from '../release-words.js';
import { warningsOf } from '../warnings.js';
import { answerIcon, icon, verdictChip, verdictClass } from './icons.js';
import { html, type Markup } from './markup.js';
import { code, moreInRecord, value } from './visible-markup.js';

export function answerSection(record: RunRecord, overview: Overview): Markup {
  const answer = releaseAnswer(record);
  return html`<section class="answer answer-${answer.word.toLowerCase()}" aria-labelledby="answer">
<h1 id="answer"><span class="question">May this be released?</span> <span class="word">${answerIcon(answer)}${answer.word}</span></h1>
<p class="reason">${value(answer.reason, 600)}</p>
${bar(overview)}
<ul class="counts" aria-label="Clauses by verdict">${counts(overview)}</ul>
</section>
${warnings(record)}
<section aria-labelledby="run"><h2 id="run" class="for-readers">The run</h2>
<dl class="facts">${facts(record).map(([name, fact]) => html`<div><dt>${name}</dt><dd>${fact}</dd></div>`)}</dl></section>`;
}

function counts(overview: Overview): readonly Markup[] {
  return Array.from(
    overview.counts,
    ([verdict, count]) => html`<li><strong>${formatNumber(count)}</strong> ${verdictChip(verdict)}</li>`,
  );
}

/** Shares of the verdicts as a bar: decoration, the numbers stand beside it. */
function bar(overview: Overview): Markup {
  let x = 0;
  const parts = Array.from(overview.counts, ([verdict, width]) => {
    x += width;
    return html`<rect class="${verdictClass(verdict)}" x="${x - width}" y="0" width="${width}" height="1"/>`;
  });
  return html`<svg class="bar" viewBox="0 0 ${Math.max(1, x)} 1" preserveAspectRatio="none" aria-hidden="true" focusable="false">${parts}</svg>`;
}

function warnings(record: RunRecord): Markup | undefined {
  const list = warningsOf(record);
  if (list.length === 0) return undefined;
  return html`<section class="warnings" aria-labelledby="warnings"><h2 id="warnings">${icon('warning')}Before you rely on this</h2>
<ul>${list.slice(0, 30).map((warning) => html`<li>${value(warning, 600)}</li>`)}</ul>
${moreInRecord(list.length - 30, 'more warning')}</section>`;
}

type Fact = readonly [name: string, fact: Markup];

function facts(record: RunRecord): readonly Fact[] {
  const { target, seed } = record;
  return [
    ['Target', html`${target.kind}, ${code(target.baseUrl)}`],
    ...(target.orgId === undefined ? [] : [['Org', code(target.orgId)] as const]),
    ...(target.authorizationContext === undefined
      ? []
      : [['AuthorizationContext', code(target.authorizationContext)] as const]),
    ...(target.channels === undefined ? [] : [['Channels', channelList(target.channels)] as const]),
    ['Edition', html`${value(record.edition, 100)}${record.judges === 'service' ? `, layout ${record.layout}` : ''}`],
    ...(record.judges === 'service' ? [['Operation', value(operationWords(record), 200)] as const] : []),
    ...(record.judges === 'service' ? [['Level', html`${record.level}`] as const] : []),
    ...(seed === undefined ? [] : [['Seed', html`<code>${seed}</code>`] as const]),
    ...(record.judges === 'service'
      ? costs(record)
      : [['Requests', html`${formatNumber(record.requests)} came`] as const]),
    ['Started', html`${value(formatTime(record.startedAt), 60)}`],
    ['Duration', html`${formatDuration(record.durationMs)}`],
    ['Tool', html`${value(`${record.tool.name} ${record.tool.version}`, 100)}, Node ${value(record.tool.node, 40)}`],
    ['Exit code', html`${record.exitCode}`],
  ];
}

function channelList(channels: readonly string[]): Markup {
  const shown = channels.slice(0, 10).map((channel, index) => html`${index === 0 ? '' : ', '}${code(channel)}`);
  return html`${shown}${channels.length > 10 ? ` and ${channels.length - 10} more` : ''}`;
}

/** What the run of a service sent, and what stays of it. */
function costs({ requests, plan, conversations, throttled }: ServiceRecord): readonly Fact[] {
  const left =
    conversations === undefined ? `up to ${formatNumber(plan.conversations)}` : formatNumber(conversations.total);
  return [
    ['Requests', html`${formatNumber(requests)} sent, ${formatNumber(plan.requests)} planned`],
    ['Conversations', html`${left} left behind`],
    ['Throttled', html`${plural(throttled.count, 'time')}, ${formatDuration(throttled.waitedMs)} waited`],
  ];
}
