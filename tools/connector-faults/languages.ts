/** The languages of examples/connectors/: how each connector is started, and what this machine lacks for it. */
import { spawnSync } from 'node:child_process';

export interface Language {
  /** File name of the connector. */
  readonly connector: string;
  readonly name: string;
  /** What starts it, in its own folder. */
  readonly command: readonly string[];
  /** Compiles it into a folder, and gives what starts it then: for a gate that starts it once for each scenario. */
  readonly compiled?: (folder: string) => { readonly compile: readonly string[]; readonly command: readonly string[] };
  /** What is missing here to run it, in plain words; undefined when nothing is. */
  missing(): string | undefined;
}

const pythonPackages = 'requests, jwt, cryptography';

/** The first Python that has what the connector imports: the one of the system has Debian's packages, another need not. */
export const python =
  ['python3', '/usr/bin/python3'].find((command) => runs(command, ['-c', `import ${pythonPackages}`])) ?? 'python3';

export const languages: readonly Language[] = [
  {
    connector: 'node-fetch.mjs',
    name: 'Node, fetch',
    command: [process.execPath, 'node-fetch.mjs'],
    missing: () => undefined,
  },
  {
    connector: 'node-axios.mjs',
    name: 'Node, axios and form-data',
    command: [process.execPath, 'node-axios.mjs'],
    missing: () => undefined,
  },
  {
    connector: 'python_requests.py',
    name: 'Python, requests',
    command: [python, 'python_requests.py'],
    missing: () => lacks(python, ['-c', `import ${pythonPackages}`], `Python with ${pythonPackages}`),
  },
  {
    connector: 'Connector.java',
    name: 'Java, HttpClient',
    command: ['java', 'Connector.java'],
    compiled: (folder) => ({
      compile: ['javac', '-d', folder, 'Connector.java'],
      command: ['java', '-cp', folder, 'Connector'],
    }),
    missing: () =>
      lacks('java', ['--source', '17', '--version'], 'Java 17 or newer') ?? lacks('javac', ['--version'], 'javac'),
  },
  {
    connector: 'connector.go',
    name: 'Go, net/http',
    command: ['go', 'run', 'connector.go'],
    compiled: (folder) => ({
      compile: ['go', 'build', '-o', `${folder}/connector`, 'connector.go'],
      command: [`${folder}/connector`],
    }),
    missing: () => lacks('go', ['version'], 'Go'),
  },
  {
    connector: 'connector.sh',
    name: 'curl',
    command: ['bash', 'connector.sh'],
    missing: () =>
      lacks('bash', ['-c', 'curl -sS -o /dev/null -w "%header{x}" file:///dev/null'], 'bash and curl 7.84') ??
      lacks('jq', ['--version'], 'jq') ??
      lacks('openssl', ['version'], 'openssl'),
  },
];

/** The language of a connector's file; throws for a file that is none of ours. */
export function languageOf(connector: string): Language {
  const language = languages.find((one) => one.connector === connector);
  if (language === undefined) throw new Error(`no language is known for ${connector}`);
  return language;
}

function lacks(command: string, args: readonly string[], words: string): string | undefined {
  return runs(command, args) ? undefined : `${words} is not installed`;
}

function runs(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
