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
      a line for each; its id goes behind run --only, and into waivers
  byoc-conformance clauses --edition 65.0
      those that hold in the later edition
  byoc-conformance clauses --json
      for programs
`;

export const probeHelp = `
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
`;

export const reportHelp = `
Examples:
  byoc-conformance report conformance-report/run.json
      make the reports again, such as after an update of the suite
  byoc-conformance report run.json --out reports/today
      write them somewhere else
  byoc-conformance report run.json --baseline old/run.json
      compare with an earlier run; the exit code is that of the comparison
  byoc-conformance report run.json --waivers waivers.yaml
      judge an old record again with the waivers of today
`;

export const replayHelp = `
A file of the folder failures holds one failure: the control, the case, and what
came. The token is not in it; it comes from the settings, as for run. RequestIds
are fresh. Where identifiers are judged, the subjects are fresh too, so each
replay leaves conversations behind.

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
`;

export const mainHelp = `
Start here:
  byoc-conformance run
      judge the embedded mock; the report is conformance-report/index.html
  byoc-conformance run --help
      how to judge a service of your own
  byoc-conformance gate --help
      how to judge a connector: what it sends
`;
