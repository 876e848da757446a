/** The services of this folder: how each is started, what it speaks, and its faults with the clauses that they break. */
import type { Level } from '../../engine/service/run-options.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { EditionId } from '../../schemas/editions/editions.js';

interface Need {
  /** A command that ends with 0 where it is installed. */
  readonly probe: readonly string[];
  /** What installs it. */
  readonly remedy: string;
}

export interface Process {
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The line that tells that it is ready, with the port as its group; `listening on PORT` when absent. */
  readonly ready?: RegExp;
}

export interface ServiceFault {
  /** What the service is told in FAULT. What it does, and how it comes about, stands beside it in the service. */
  readonly id: string;
  /** The clauses that it breaks: the suite has to blame the first, and may blame no other than these. */
  readonly breaks: readonly [ClauseId, ...ClauseId[]];
  /** The lowest level that finds it; smoke when absent. */
  readonly level?: Level;
}

export interface Service {
  readonly stack: string;
  readonly editions: readonly EditionId[];
  readonly needs: readonly Need[];
  /** Run once before the first start, in this folder. */
  readonly build?: readonly string[];
  /**
   * What it consists of, each started in this folder once the one before it is ready; the last one tells the port.
   * @param data an empty folder of its own
   */
  readonly processes: (data: string) => readonly Process[];
  readonly faults: readonly ServiceFault[];
}

const packages: Need = {
  probe: ['test', '-e', 'npm/node_modules/.package-lock.json'],
  remedy: 'npm ci --ignore-scripts --prefix tests/services/npm',
};

const redis: Need = { probe: ['redis-server', '--version'], remedy: 'apt-get install redis-server' };

/** The Python of the system has Debian's packages; another one need not. */
const interpreter = '/usr/bin/python3';

const python: Need = {
  probe: [interpreter, '-c', 'import bottle, cryptography, jwt, waitress'],
  remedy: 'apt-get install python3-bottle python3-cryptography python3-jwt python3-waitress',
};

const nginx: Need = { probe: ['/usr/sbin/nginx', '-v'], remedy: 'apt-get install nginx-light' };

const go: Need = { probe: ['go', 'version'], remedy: 'apt-get install golang-go' };

const php: Need = {
  probe: ['sh', '-c', '/usr/sbin/php-fpm* -m | grep -q pdo_sqlite'],
  remedy: 'apt-get install php-fpm php-sqlite3',
};

const ruby: Need = {
  probe: ['ruby', '-e', 'require "sinatra/base"; require "puma"; require "jwt"; require "sqlite3"'],
  remedy: 'apt-get install puma ruby-jwt ruby-sinatra ruby-sqlite3',
};

const node = (file: string): Process => ({ args: [process.execPath, `npm/${file}`] });

const redisOn = (socket: string): Process => ({
  args: ['redis-server', '--port', '0', '--unixsocket', socket, '--save', '', '--appendonly', 'no'],
  ready: /eady to accept connections/,
});

const bottleOn = (socket: string): Process => ({
  args: [interpreter, 'python/bottle_service.py', socket],
  ready: /^listening$/,
});

const nginxWith = (file: string): Process => ({ args: [interpreter, 'nginx/front.py', `nginx/${file}`] });

export const services: readonly Service[] = [
  {
    stack: 'Express 5, multer, jose, SQLite by libsql',
    editions: ['61.0', '65.0'],
    needs: [packages],
    processes: () => [node('express.js')],
    faults: [
      { id: 'nocase-column', breaks: ['behaviour/different-pair/subject'] },
      { id: 'org-id-18', breaks: ['headers/org-id/length'], level: 'standard' },
      { id: 'default-error-page', breaks: ['answer/refusal/no-stack-trace'] },
    ],
  },
  {
    stack: 'Fastify 5, @fastify/multipart, @fastify/jwt, Redis by ioredis',
    editions: ['61.0', '65.0'],
    needs: [packages, redis],
    processes: (data) => {
      const socket = `${data}/redis.sock`;
      return [redisOn(socket), { ...node('fastify.js'), env: { REDIS_SOCKET: socket } }];
    },
    faults: [
      { id: 'coerces-types', breaks: ['body/participants/subject/string'] },
      {
        id: 'decodes-only',
        breaks: [
          'headers/authorization/signature',
          'headers/authorization/scheme',
          'headers/authorization/token',
          'headers/authorization/expiry',
        ],
      },
      { id: 'look-then-write', breaks: ['behaviour/same-pair/at-once'] },
      { id: 'errors-of-plugin', breaks: ['headers/content-type/boundary', 'answer/refusal/status'] },
    ],
  },
  {
    stack: 'Koa 3, @koa/multer, koa-jwt, maps',
    editions: ['61.0'],
    needs: [packages],
    processes: () => [node('koa.js')],
    faults: [
      {
        id: 'error-in-200',
        breaks: [
          'body/participants/role/value',
          'body/participants/role/required',
          'body/participants/every-entry',
          'answer/refusal/status',
        ],
      },
      { id: 'key-joined', breaks: ['behaviour/different-pair/channel'], level: 'standard' },
      {
        id: 'token-of-connection',
        breaks: [
          'headers/authorization/signature',
          'headers/authorization/required',
          'headers/authorization/scheme',
          'headers/authorization/token',
          'headers/authorization/expiry',
        ],
      },
    ],
  },
  {
    stack: 'Hono, its own form reader and JWT, zod, SQLite by libsql',
    editions: ['61.0', '65.0'],
    needs: [packages],
    processes: () => [node('hono.js')],
    faults: [
      { id: 'compares-with-like', breaks: ['behaviour/different-pair/subject'] },
      { id: 'first-entry-only', breaks: ['body/participants/every-entry'] },
      { id: 'cuts-to-255', breaks: ['body/participants/subject/beyond-255'] },
    ],
  },
  {
    stack: 'hapi 21, @hapi/jwt, Joi, a file',
    editions: ['61.0'],
    needs: [packages],
    processes: () => [node('hapi.js')],
    faults: [
      { id: 'cleans-subjects', breaks: ['behaviour/different-pair/subject'] },
      { id: 'role-in-any-case', breaks: ['body/participants/role/value'] },
      { id: 'guid-of-joi', breaks: ['headers/request-id/format'] },
    ],
  },
  {
    stack: 'NestJS 12 on Express, multer, class-validator, @nestjs/jwt, maps',
    editions: ['61.0', '65.0'],
    needs: [packages],
    build: [process.execPath, '../../node_modules/typescript/bin/tsc', '-p', 'npm/nest'],
    processes: () => [node('nest/dist/main.js')],
    faults: [
      { id: 'implicit-conversion', breaks: ['body/participants/subject/string'] },
      { id: 'empty-subject', breaks: ['body/participants/subject/non-empty'] },
      { id: 'request-scoped', breaks: ['behaviour/same-pair/repeated'] },
    ],
  },
  {
    stack: 'nginx before two processes of Bottle on waitress, PyJWT, SQLite by sqlite3',
    editions: ['61.0'],
    needs: [python, nginx],
    processes: (data) => [bottleOn(`${data}/one.sock`), bottleOn(`${data}/two.sock`), nginxWith('bottle.conf')],
    faults: [
      { id: 'memory-of-process', breaks: ['behaviour/same-pair/repeated'] },
      { id: 'column-type-string', breaks: ['behaviour/different-pair/subject'] },
      { id: 'raw-error-page', breaks: ['answer/refusal/no-markup'] },
    ],
  },
  {
    stack: "Go's net/http, a map behind a mutex",
    editions: ['61.0', '65.0'],
    needs: [go],
    build: ['go', 'build', '-o', 'go/dist/service', 'go/service.go'],
    processes: () => [{ args: ['go/dist/service'] }],
    faults: [
      {
        id: 'names-in-any-case',
        breaks: [
          'body/participants/subject/required',
          'body/participants/role/required',
          'body/participants/app-type/required',
          'body/participants/every-entry',
        ],
        level: 'standard',
      },
      { id: 'first-json-value', breaks: ['body/participants/json'], level: 'standard' },
      { id: 'lock-twice', breaks: ['behaviour/same-pair/at-once'] },
    ],
  },
  {
    stack: 'nginx before PHP-FPM with four workers, SQLite by PDO',
    editions: ['61.0', '65.0'],
    needs: [php, nginx, python],
    processes: () => [
      { args: ['sh', '-c', 'exec /usr/sbin/php-fpm* -F -O -R -y php/fpm.conf'], ready: /ready to handle connections/ },
      nginxWith('php.conf'),
    ],
    faults: [
      { id: 'empty', breaks: ['body/participants/subject/any-text'], level: 'standard' },
      { id: 'loose-comparison', breaks: ['behaviour/different-pair/subject'], level: 'standard' },
      { id: 'message-as-html', breaks: ['answer/refusal/no-markup'] },
    ],
  },
  {
    stack: 'Sinatra on puma, ruby-jwt, SQLite by the sqlite3 gem',
    editions: ['61.0'],
    needs: [ruby],
    processes: () => [
      {
        args: ['puma', '-b', 'tcp://127.0.0.1:0', '-t', '16:16', 'ruby/config.ru'],
        ready: /Listening on http:\/\/127\.0\.0\.1:(\d+)/,
      },
    ],
    faults: [
      { id: 'mail-in-lower-case', breaks: ['behaviour/different-pair/subject'], level: 'standard' },
      { id: 'anchors-of-lines', breaks: ['body/participants/role/value'], level: 'standard' },
      {
        id: 'shows-exceptions',
        breaks: [
          'body/participants/json',
          'body/participants/required',
          'body/multipart/well-formed',
          'headers/content-type/boundary',
          'answer/refusal/status',
        ],
      },
    ],
  },
];
