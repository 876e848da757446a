/** What each help says below the options: what else is to be known, examples, and the exit codes. */
import { scenarios } from '../endpoints/org/scenarios.js';
import { settingDefinitions } from '../settings/definitions.js';
import type { CommandName } from '../settings/options/declaration.js';
import { layOut } from '../text/columns.js';

const settings = settingDefinitions.map(
  ({ name, meaning, example }) => `  ${name}\n      ${meaning}\n      such as ${example}`,
);

const scenarioRows = scenarios.map((one): [string, string] => [
  one.id,
  'clause' in one ? one.title : `${one.title}: the control beside the others`,
]);

const exitCodeRows = [
  ['0', 'conformant; or the command did what it was asked'],
  ['1', 'nonconformant: a clause was broken'],
  ['2', 'wrong usage or settings, or a file that cannot be used'],
  ['3', 'inconclusive: it could not be judged, or nothing was exercised'],
  ['4', 'a waiver has expired or is no longer needed'],
  ['5', 'a fault of the suite itself'],
  ['130', 'ended at once by a second Ctrl-C, without a report'],
];

const exitCodesHelp = `Exit codes:\n${layOut(exitCodeRows, '  ')}`;

/** @param command `main` for what stands above all commands. */
export function helpBelow(command: CommandName | 'main'): string {
  return `${texts[command]}\n${exitCodesHelp}`;
}

const texts: Readonly<Record<CommandName | 'main', string>> = {
  main: `
Start here:
  byoc-conformance run
      judge the embedded mock; the report is conformance-report/index.html
  byoc-conformance run --help
      how to judge a service of your own
  byoc-conformance gate --help
      how to judge a connector: what it sends
`,

  run: `
Settings: a flag comes before the environment, the environment before the file
.env of the working directory, .env before byoc-conformance.config.yaml (or
.json, or --config FILE). Options are named there in camel case (level: smoke,
maxRequests: 150), in the environment BYOC_LEVEL, BYOC_MAX_REQUESTS, and so on,
and npx playwright test reads the same. --check shows what was taken from where.
A token is given in SF_ACCESS_TOKEN, or the suite gets one, and a new one before
it expires, by the JWT bearer flow: the last six settings.
${settings.join('\n')}
With none of them and no --base-url, the embedded mock is judged.

Examples:
  byoc-conformance run
      judge the embedded mock: shows what a run looks like
  byoc-conformance run --check
      whether the settings would do, and where each was taken from
  byoc-conformance run --level smoke --rate 5
      a few dozen requests to the configured service, five a second
  byoc-conformance run --max-requests 150 --yes
      what tells most, in 150 requests, without a question
  byoc-conformance run --only headers/org-id --only behaviour/same-pair/at-once
      one place of the specification and one clause more
  byoc-conformance run --waivers waivers.yaml
      accept what is named there until its date; an entry of the file:
        - clause: headers/org-id/length
          reason: the gateway takes the 18-character form
          owner: Ann Example
          ticket: OPS-17
          expires: 2026-12-31
      and where needed  edition: 61.0  and  target: HOST
  byoc-conformance run --baseline last/run.json --gate new
      end with 1 only for failures that the earlier run did not have
  byoc-conformance run --seed 20240917
      the same cases again, byte for byte
`,

  mock: `
Standard output is lines for a shell: the base URL and the settings that the
mock accepts. The access token is never printed; --credentials writes it to a
file that only you can read.

Examples:
  byoc-conformance mock --port 8080 --credentials mock.json
      serve on a fixed port, and write what the mock accepts to mock.json
  byoc-conformance mock --list-faults
      which deviations can be switched on
  byoc-conformance mock --fault ID --fault ID --verbose
      serve with two deviations, and log each request
`,

  gate: `
The command is run once for each scenario. It finds the settings in its
environment, by the vendor's names: SF_SCRT_INSTANCE_URL, SF_AUTH_ENDPOINT,
SF_ACCESS_TOKEN, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT,
CHANNEL_ADDRESS_IDENTIFIER, SF_CONSUMER_KEY, SF_PRIVATE_KEY, SF_SUBJECT and
SF_AUDIENCE; BYOC_SCENARIO names the scenario. Nothing leaves this machine.
With --tls it also finds whom to trust: NODE_EXTRA_CA_CERTS, SSL_CERT_FILE and
REQUESTS_CA_BUNDLE name files with what it trusted before and the CA of this
run, BYOC_CA_FILE names the CA alone, for Java and others.

Scenarios:
${layOut(scenarioRows, '  ')}

Examples:
  byoc-conformance gate -- npm run integration-test
      judge all that the command sends
  byoc-conformance gate --scenario all-well -- python3 send.py
      one scenario only
  byoc-conformance gate --tls -- npm run integration-test
      for a connector that speaks https only
  byoc-conformance gate --driver http://127.0.0.1:3000/establish -- node app.js
      start the connector, and ask its hook for subjects of every kind
  byoc-conformance gate --driver-command 'node establish.mjs {subject}'
      run a command for each subject, which is in BYOC_SUBJECT too, as the
      channel is in {channel} and BYOC_CHANNEL
  byoc-conformance gate --driver-stdio 'node driver.mjs'
      start this once, and ask it for a thousand subjects by lines of JSON
      (docs/driver-protocol.md)
  byoc-conformance gate --port 8080 --credentials gate.json
      serve until Ctrl-C, then judge what came
`,

  proxy: `
Let the connector send to the address that is printed instead of the service.
Every byte is passed through unchanged in both directions, the Host field
included: a service that insists on its own name has to be told by the
connector. Certificates of the service are always verified. Ctrl-C ends it,
and writes the report.

SF_ORG_ID, SF_AUTHORIZATION_CONTEXT and CHANNEL_ADDRESS_IDENTIFIER, where they
are set, tell what is right for the org.

Examples:
  byoc-conformance proxy --base-url https://example.my.salesforce-scrt.com/api
  byoc-conformance proxy --base-url http://127.0.0.1:8080/api --port 9090
`,

  clauses: `
Examples:
  byoc-conformance clauses
      a line for each; its id goes behind run --only, and into waivers
  byoc-conformance clauses --edition 65.0
      those that hold in the later edition
  byoc-conformance clauses --json
      for programs
`,

  probe: `
Sends the plain conforming request in every layout of every edition, one with a
body that no edition takes, and the first that was accepted once more. All ask
for one new conversation, which is left behind where the service makes it: the
API has no delete. The settings are those of run. Ends with 0 when an edition
was found, else with 3.

Examples:
  byoc-conformance probe
      ask the configured service; prints the options to use with run
  byoc-conformance probe --base-url https://gateway.example.com/api --json
      another address with the same settings, the answer for programs
`,

  report: `
Examples:
  byoc-conformance report conformance-report/run.json
      make the reports again, such as after an update of the suite
  byoc-conformance report run.json --out reports/today
      write them somewhere else
  byoc-conformance report run.json --baseline old/run.json
      compare with an earlier run; the exit code is that of the comparison
  byoc-conformance report run.json --waivers waivers.yaml
      judge an old record again with the waivers of today
`,

  replay: `
A file of the folder failures holds one failure: the control, the case, and what
came. The token is not in it; it comes from the settings, as for run. RequestIds
are fresh. Where identifiers are judged, the subjects are fresh too, so each
replay leaves conversations behind. --max-requests counts for each file anew.

  FIXED         the case came right beside an accepted control (exit 0)
  STILL         it fails as before (exit 1)
  CHANGED       it fails in another way (exit 3)
  INCONCLUSIVE  it could not be judged, or coming right proves nothing (exit 3)
Of several files the worst counts: 1 before 3 before 0.

Examples:
  byoc-conformance replay failures/headers--org-id--required--empty.json
      is it mended?
  byoc-conformance replay conformance-report/failures/*.json --rate 5
      all failures of a report, five requests a second
`,
};
