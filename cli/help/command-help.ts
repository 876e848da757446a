/** What the help of the other commands says below the options. */

export const mockHelp = `
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
`;

export const clausesHelp = `
Examples:
  byoc-conformance clauses
  byoc-conformance clauses --json
`;

export const reportHelp = `
Examples:
  byoc-conformance report conformance-report/run.json
  byoc-conformance report run.json --out reports/today
`;

export const mainHelp = `
Start here:
  byoc-conformance run
      judge the embedded mock; the report is conformance-report/index.html
  byoc-conformance run --help
      how to judge a service of your own
`;
