/** What `run --help` says below the options: the settings and examples. */
import { settingDefinitions } from '../settings/definitions.js';

const settings = settingDefinitions.map(
  ({ name, meaning, example }) => `  ${name}\n      ${meaning}\n      such as ${example}`,
);

export const runHelp = `
Settings, from the environment or the file .env of the working directory; a
flag comes before the environment, the environment before .env:
${settings.join('\n')}
With none of them and no --base-url, the embedded mock is judged.

Examples:
  byoc-conformance run
      judge the embedded mock: shows what a run looks like
  byoc-conformance run --level smoke --rate 5
      a few dozen requests to the configured service, five a second
  byoc-conformance run --only headers/org-id --only behaviour/same-pair/at-once
      one place of the specification and one clause more
  byoc-conformance run --seed 20240917
      the same cases again, byte for byte
`;
