/** The report for people: one HTML file, complete without a network and without script. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RunRecord, ServiceRecord } from '../../schemas/record/run-record.js';
import { clip } from '../../text/clip.js';
import { visibleText } from '../../text/visible.js';
import { editionsTable } from '../editions.js';
import { type Overview, overviewOf } from '../overview.js';
import { releaseAnswer } from '../release-words.js';
import { anchorsOf } from './anchors.js';
import { answerSection } from './answer.js';
import { clausesSection, editionsSection } from './clauses-table.js';
import { replayedOf } from './commands.js';
import { connectorLinks, connectorSections } from './connector.js';
import { type CardContext, failuresSection } from './failures.js';
import { findingsSection } from './findings-list.js';
import { identitiesSection } from './identities.js';
import { legendSection } from './legend.js';
import { html, type Markup, trusted } from './markup.js';
import { baselineSection, waiversSection } from './release.js';
import { conversationsSection, sentSection } from './sent.js';

/** Files beside this one, in the sources as in what the build makes of them. Each page holds both whole. */
const style = readFileSync(new URL('page.css', import.meta.url), 'utf8');
const script = readFileSync(new URL('page.js', import.meta.url), 'utf8');

/** The page of a run record that fits its schema. Everything in the record is taken for hostile. */
export function renderHtml(record: RunRecord): string {
  const overview = overviewOf(record);
  const context = { overview, anchors: anchorsOf(record), replayed: replayedOf(record) };
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy()}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title(record)}</title>
<style>${trusted(style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the answer</a>
<header class="page-header"><p class="product">byoc-conformance</p>${navigation(overview, record)}</header>
<main id="main" tabindex="-1">
${answerSection(record, overview)}
${failuresSection(context)}
${waiversSection(record, context)}
${baselineSection(record, context)}
${findingsSection('Undecided', 'Every case could be judged.', context)}
${clausesSection(record, context)}
${editionsSection(record)}
${findingsSection('Observations', 'Nothing was observed beyond the verdicts.', context)}
${record.judges === 'connector' ? connectorSections(record) : serviceSections(record, context)}
${legendSection()}
</main>
<footer>Made from run.json beside this file, which holds everything shown here. Tokens are removed before anything is written.</footer>
<script>${trusted(script)}</script>
</body>
</html>
`;
  return page.toString();
}

function serviceSections(record: ServiceRecord, { overview, anchors }: CardContext): Markup {
  return html`${identitiesSection(record, overview, anchors)}${sentSection(record)}${conversationsSection(record)}`;
}

function serviceLinks({ conversations }: ServiceRecord): readonly (readonly [id: string, name: string])[] {
  return [
    ['identities', 'Identities'],
    ['sent', 'What was sent'],
    ...(conversations === undefined ? [] : [['conversations', `Left behind (${conversations.total})`] as const]),
  ];
}

/** Nothing may load, and only our own style and script, known by their hashes, may run. */
function policy(): string {
  return [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}`;
}

function title(record: RunRecord): string {
  return visibleText(`${releaseAnswer(record).word}: ${clip(record.target.baseUrl, 100).text} · byoc-conformance`);
}

function navigation(overview: Overview, record: RunRecord): Markup {
  const links = [
    ['failures', `Failures (${overview.failures.length})`],
    ...(record.waivers === undefined ? [] : [['waivers', `Waivers (${record.waivers.entries.length})`] as const]),
    ...(record.baseline === undefined ? [] : [['baseline', 'Since the baseline'] as const]),
    ['undecided', `Undecided (${overview.undecided.length})`],
    ['clauses', 'Every clause'],
    ...(editionsTable(record) === undefined ? [] : [['editions', 'Editions'] as const]),
    ['observations', `Observations (${overview.observations.length})`],
    ...(record.judges === 'connector' ? connectorLinks(record) : serviceLinks(record)),
    ['legend', 'Legend'] as const,
  ];
  return html`<nav aria-label="On this page"><ul>${links.map(([id, name]) => html`<li><a href="#${id}">${name}</a></li>`)}</ul></nav>`;
}
