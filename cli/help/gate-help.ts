/** What the help of `gate` and `proxy` says below the options. */

export const gateHelp = `
The command is run once for each scenario. It finds the settings in its
environment, by the vendor's names: SF_SCRT_INSTANCE_URL, SF_AUTH_ENDPOINT,
SF_ACCESS_TOKEN, SF_ORG_ID, SF_AUTHORIZATION_CONTEXT,
CHANNEL_ADDRESS_IDENTIFIER, SF_CONSUMER_KEY, SF_PRIVATE_KEY, SF_SUBJECT and
SF_AUDIENCE; BYOC_SCENARIO names the scenario. Nothing leaves this machine.

Scenarios:
  all-well            the control beside the others
  token-expires       401 until a new token is fetched
  throttled-seconds   429 with Retry-After in seconds
  throttled-date      429 with Retry-After as a date
  unavailable         503 now and then
  slow                answers after two seconds
  reset-before        the connection breaks before the answer
  reset-within        the connection breaks within the answer
  reset-after         the connection closes after the answer
  unknown-members     answers with members that nobody told of
  identifier-format   identifiers that are no GUID
  success-statuses    200 and 202 in turns

Examples:
  byoc-conformance gate -- npm run integration-test
      judge all that the command sends
  byoc-conformance gate --scenario all-well -- python3 send.py
      one scenario only
  byoc-conformance gate --driver http://127.0.0.1:3000/establish -- node app.js
      start the connector, and ask its hook for subjects of every kind
  byoc-conformance gate --driver-command 'node establish.mjs {subject}'
      run a command for each subject, which is in BYOC_SUBJECT too, as the
      channel is in {channel} and BYOC_CHANNEL
  byoc-conformance gate --port 8080 --credentials gate.json
      serve until Ctrl-C, then judge what came
`;

export const proxyHelp = `
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
`;
