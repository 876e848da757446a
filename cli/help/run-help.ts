/** What `run --help` says below the options: the settings and examples. */
import { settingDefinitions } from '../settings/definitions.js';

const settings = settingDefinitions.map(
  ({ name, meaning, example }) => `  ${name}\n      ${meaning}\n      such as ${example}`,
);

export const runHelp = `
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
`;
