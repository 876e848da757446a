/** Of a connector: how it coped in each scenario, subjects that did not arrive, what each exchange came to, the command's output. */
import type { ConnectorRecord } from '../../schemas/record/run-record.js';
import { clip } from '../../text/clip.js';
import { formatDuration, formatNumber, plural } from '../../text/format.js';
import { visibleText } from '../../text/visible.js';
import { conversationWords } from '../connector-words.js';
import { verdictChip } from './icons.js';
import { html, type Markup } from './markup.js';
import { code, moreInRecord, value } from './visible-markup.js';

const mostExchanges = 200;
const mostRuns = 50;

export function connectorSections(record: ConnectorRecord): Markup {
  return html`${scenariosSection(record)}${drivenSection(record)}${exchangesSection(record)}${commandSection(record)}`;
}

/** Links to the sections that there are. */
export function connectorLinks(record: ConnectorRecord): readonly (readonly [id: string, name: string])[] {
  return [
    ...(record.scenarios === undefined ? [] : [['scenarios', 'Scenarios'] as const]),
    ...(record.driven === undefined ? [] : [['driven', 'Subjects'] as const]),
    ['exchanges', 'Exchanges'],
    ...(record.command === undefined ? [] : [['command', 'The command'] as const]),
  ];
}

function scenariosSection({ scenarios }: ConnectorRecord): Markup | undefined {
  if (scenarios === undefined) return undefined;
  return html`<section aria-labelledby="scenarios"><h2 id="scenarios">Scenarios <span class="count">${scenarios.length}</span></h2>
<table class="changes"><caption class="for-readers">Scenarios with what a robust connector does and what this one did</caption>
<thead><tr><th scope="col">Verdict</th><th scope="col">Scenario</th><th scope="col">A robust connector</th><th scope="col">This connector</th></tr></thead>
<tbody>${scenarios.map(
    (one) =>
      html`<tr><td>${verdictChip(one.verdict)}</td><th scope="row">${value(one.title, 200)} <span class="identity">${code(one.id)}</span> <span class="note">${value(one.summary, 400)}</span></th><td>${value(one.robust, 400)}</td><td>${value(one.reason, 600)} <span class="note">${plural(one.requests, 'request')}</span></td></tr>`,
  )}</tbody></table></section>`;
}

function drivenSection({ driven }: ConnectorRecord): Markup | undefined {
  if (driven === undefined) return undefined;
  const rows = driven.failures
    .slice(0, 50)
    .map(
      ({ family, asked, smallest, difference }) =>
        html`<tr><th scope="row">${value(family, 200)}</th><td>${code(JSON.stringify(asked))}</td><td>${code(JSON.stringify(smallest))}</td><td>${value(difference, 1_000)}</td></tr>`,
    );
  return html`<section aria-labelledby="driven"><h2 id="driven">Subjects that were asked for</h2>
<p>${formatNumber(driven.arrived)} of ${formatNumber(driven.asked)} arrived as they were asked for.${driven.connector === undefined ? undefined : html` Asked was ${value(driven.connector, 200)}.`}</p>
${rows.length === 0 ? undefined : html`<table><caption class="for-readers">Subjects that did not arrive unchanged</caption><thead><tr><th scope="col">Subject</th><th scope="col">Asked for</th><th scope="col">Smallest that fails</th><th scope="col">What came</th></tr></thead><tbody>${rows}</tbody></table>`}</section>`;
}

/** Those with findings first: the rest is in order. */
function exchangesSection({ exchanges, exchangesLeftOut = 0, identities, waits }: ConnectorRecord): Markup {
  const found = exchanges.filter(({ findings }) => findings.length > 0);
  const shown = found
    .slice(0, mostExchanges)
    .map(
      ({ number, method, path, verdict, findings }) =>
        html`<tr><td>${verdictChip(verdict)}</td><th scope="row">${number} ${code(`${method} ${path}`)}</th><td>${findings.map(
          ({ clause, message }) => html`<p>${code(clause)} ${value(message, 600)}</p>`,
        )}</td></tr>`,
    );
  return html`<section aria-labelledby="exchanges"><h2 id="exchanges">Exchanges <span class="count">${formatNumber(exchanges.length + exchangesLeftOut)}</span></h2>
<p>${plural(found.length, 'exchange')} with findings. Every exchange is listed in run.json${exchangesLeftOut > 0 ? `, but for ${formatNumber(exchangesLeftOut)} that were only counted` : ''}.</p>
${identities === undefined ? undefined : html`<p>${conversationWords(identities)}</p>`}
${shown.length === 0 ? undefined : html`<table class="changes"><caption class="for-readers">Exchanges with findings</caption><thead><tr><th scope="col">Verdict</th><th scope="col">Exchange</th><th scope="col">Findings</th></tr></thead><tbody>${shown}</tbody></table>`}
${moreInRecord(found.length - mostExchanges, 'more exchange')}${waitsTable(waits)}</section>`;
}

const mostWaits = 50;

function waitsTable(waits: ConnectorRecord['waits'] = []): Markup | undefined {
  if (waits.length === 0) return undefined;
  const rows = waits
    .slice(0, mostWaits)
    .map(
      ({ exchange, again, askedMs, waitedMs }) =>
        html`<tr><th scope="row">${exchange}, then ${again}</th><td>${formatDuration(askedMs)}</td><td>${formatDuration(waitedMs)}</td></tr>`,
    );
  return html`<h3>Waits that were asked for</h3>
<table><caption class="for-readers">Retries that were told to wait</caption><thead><tr><th scope="col">Exchanges</th><th scope="col">Asked for</th><th scope="col">Waited</th></tr></thead><tbody>${rows}</tbody></table>
${moreInRecord(waits.length - mostWaits, 'more wait')}`;
}

function commandSection({ command }: ConnectorRecord): Markup | undefined {
  if (command === undefined) return undefined;
  return html`<section aria-labelledby="command"><h2 id="command">The command</h2><p>${code(command.args.join(' '))}</p>
${command.runs.slice(0, mostRuns).map(
  (
    run,
  ) => html`<details><summary>${value(run.scenario, 100)}: ${endingWords(run)}, ${formatDuration(run.durationMs)}${run.leftBehind > 0 ? `, ${plural(run.leftBehind, 'process')} left behind and ended` : ''}</summary>
${output('Standard output', run.scenario, run.stdout)}${output('Standard error', run.scenario, run.stderr)}</details>`,
)}</section>`;
}

function output(name: string, scenario: string, { text, cut }: Run['stdout']): Markup | undefined {
  if (text === '') return undefined;
  const lines = text.split('\n').map((line, index) => html`${index === 0 ? '' : '\n'}${value(line, 2_000)}`);
  return html`<p class="note">${name}${cut ? ', its end' : ''}</p><pre tabindex="0" role="group" aria-label="${name} of ${visibleText(clip(scenario, 100).text)}">${lines}</pre>`;
}

type Run = NonNullable<ConnectorRecord['command']>['runs'][number];

function endingWords({ ending, exitCode, signal }: Run): string {
  if (ending === 'ended') return exitCode === undefined ? `died of ${signal ?? 'a signal'}` : `exit code ${exitCode}`;
  return ending;
}
