/** The services of this folder: how each is started, what it speaks, and its faults with the clauses that they break. */

import type { Level } from '../../engine/service/run-options.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { Layout } from '../../schemas/editions/editions.js';

export interface Need {
  readonly words: string;
  /** A command that ends with 0 where it is installed, or a path below this folder that exists then. */
  readonly probe: readonly string[] | string;
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
  /** What the service is told in FAULT. */
  readonly id: string;
  /** What it does, and how it comes about in that stack. */
  readonly what: string;
  /** The clause that the suite has to blame. */
  readonly clause: ClauseId;
  /** Further clauses that are broken by it as well. */
  readonly also?: readonly ClauseId[];
  /** The lowest level that finds it. */
  readonly level: Level;
  /** Layout in which it shows; the first one of the service when absent. */
  readonly layout?: Layout;
  /** Why the suite does not find it today. A test fails once it does: this list can only shrink. */
  readonly missedToday?: string;
}

export interface WrongVerdict {
  readonly clause: ClauseId;
  /** Where it happens; in every layout when absent. */
  readonly layouts?: readonly Layout[];
  /** Why the service is right. */
  readonly why: string;
}

export interface Service {
  readonly name: string;
  readonly stack: string;
  readonly layouts: readonly Layout[];
  readonly needs: readonly Need[];
  /** Run once before the first start, in this folder. */
  readonly build?: readonly string[];
  /**
   * What it consists of, each started in this folder once the one before it is ready; the last one tells the port.
   * @param data an empty folder of its own
   */
  readonly processes: (data: string, fault: string | undefined) => readonly Process[];
  readonly faults: readonly ServiceFault[];
  /** Clauses that the suite judges wrongly today although the service is right. A test fails once it does not. */
  readonly wrongToday?: readonly WrongVerdict[];
}

const forms = ['parts', 'json-part'] as const;

const packages: Need = {
  words: 'the packages of tests/services/npm are not installed',
  probe: 'npm/node_modules/.package-lock.json',
  remedy: 'npm ci --ignore-scripts --prefix tests/services/npm',
};

const redis: Need = {
  words: 'Redis is not installed',
  probe: ['redis-server', '--version'],
  remedy: 'apt-get install redis-server',
};

/** The Python of the system has Debian's packages; another one need not. */
const interpreter = '/usr/bin/python3';

const python: Need = {
  words: 'the packages of Python are not installed',
  probe: [interpreter, '-c', 'import aiohttp, bottle, cryptography, django, flask, gunicorn, jwt, waitress'],
  remedy:
    'apt-get install python3-aiohttp python3-bottle python3-django python3-flask python3-gunicorn python3-jwt python3-cryptography python3-waitress',
};

const nginx: Need = {
  words: 'nginx is not installed',
  probe: ['/usr/sbin/nginx', '-v'],
  remedy: 'apt-get install nginx-light',
};

const go: Need = { words: 'Go is not installed', probe: ['go', 'version'], remedy: 'apt-get install golang-go' };

const php: Need = {
  words: 'PHP-FPM with SQLite is not installed',
  probe: ['sh', '-c', '/usr/sbin/php-fpm* -m | grep -q pdo_sqlite'],
  remedy: 'apt-get install php-fpm php-sqlite3',
};

const ruby: Need = {
  words: 'Ruby with Sinatra, puma, jwt and sqlite3 is not installed',
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
    name: 'express',
    stack: 'Node, Express 5, multer, jose, SQLite by libsql',
    layouts: [...forms, 'json'],
    needs: [packages],
    processes: () => [node('express.js')],
    faults: [
      {
        id: 'nocase-column',
        what: 'The column of the subject has the collation NOCASE.',
        clause: 'behaviour/different-pair/subject',
        level: 'smoke',
      },
      {
        id: 'org-id-18',
        what: 'The org id is cut to 15 characters before it is compared.',
        clause: 'headers/org-id/length',
        level: 'standard',
      },
      {
        id: 'default-error-page',
        what: 'No error handler: the page of Express tells where the error was thrown.',
        clause: 'answer/refusal/no-stack-trace',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'fastify',
    stack: 'Node, Fastify 5, @fastify/multipart, @fastify/jwt, Redis by ioredis',
    layouts: [...forms, 'json'],
    needs: [packages, redis],
    processes: (data) => {
      const socket = `${data}/redis.sock`;
      return [redisOn(socket), { ...node('fastify.js'), env: { REDIS_SOCKET: socket } }];
    },
    faults: [
      {
        id: 'coerces-types',
        what: 'The validator turns values into the type wanted, as it does by default.',
        clause: 'body/participants/subject/string',
        level: 'smoke',
      },
      {
        id: 'decodes-only',
        what: 'The token is decoded and never verified.',
        clause: 'headers/authorization/signature',
        level: 'smoke',
      },
      {
        id: 'look-then-write',
        what: 'HGET and then HSET, and another call in between.',
        clause: 'behaviour/same-pair/at-once',
        level: 'smoke',
      },
      {
        id: 'errors-of-plugin',
        what: 'What the reader of forms cannot read is a 500.',
        clause: 'headers/content-type/boundary',
        also: ['answer/refusal/status'],
        level: 'smoke',
      },
    ],
  },
  {
    name: 'koa',
    stack: 'Node, Koa 3, @koa/multer, koa-jwt, maps',
    layouts: forms,
    needs: [packages],
    processes: () => [node('koa.js')],
    faults: [
      {
        id: 'error-in-200',
        what: 'A wrong role is told in a 200.',
        clause: 'body/participants/role/value',
        level: 'smoke',
      },
      {
        id: 'plain-objects',
        what: 'The store is a plain object, which has a `constructor` already.',
        clause: 'body/participants/subject/any-text',
        level: 'standard',
      },
      {
        id: 'token-of-connection',
        what: 'The token of the first request of a connection holds for all others.',
        clause: 'headers/authorization/signature',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'hono',
    stack: 'Node, Hono, its own form reader and JWT, zod, SQLite by libsql',
    layouts: [...forms, 'json'],
    needs: [packages],
    processes: () => [node('hono.js')],
    faults: [
      {
        id: 'compares-with-like',
        what: 'LIKE instead of =: letter case is lost, and _ and % are wildcards.',
        clause: 'behaviour/different-pair/subject',
        level: 'smoke',
      },
      {
        id: 'first-entry-only',
        what: 'The schema describes the first participant, and the rest is anything.',
        clause: 'body/participants/every-entry',
        level: 'smoke',
      },
      {
        id: 'cuts-to-255',
        what: 'A longer subject is cut to 255 characters.',
        clause: 'body/participants/subject/beyond-255',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'hapi',
    stack: 'Node, hapi 21, @hapi/jwt, Joi, a file',
    layouts: forms,
    needs: [packages],
    processes: () => [node('hapi.js')],
    faults: [
      {
        id: 'cleans-subjects',
        what: 'Joi trims the subject and writes it in lower case.',
        clause: 'behaviour/different-pair/subject',
        level: 'smoke',
      },
      {
        id: 'role-in-any-case',
        what: 'Joi compares the role in any case.',
        clause: 'body/participants/role/value',
        level: 'smoke',
      },
      {
        id: 'guid-of-joi',
        what: 'The GUIDs of Joi, which may stand in braces and have no hyphens.',
        clause: 'headers/request-id/format',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'nest',
    stack: 'Node, NestJS 12 on Express, multer, class-validator, @nestjs/jwt, maps',
    layouts: [...forms, 'json'],
    needs: [packages],
    build: [process.execPath, '../../node_modules/typescript/bin/tsc', '-p', 'npm/nest'],
    processes: () => [node('nest/dist/main.js')],
    faults: [
      {
        id: 'implicit-conversion',
        what: 'class-transformer converts every value to the type of its property.',
        clause: 'body/participants/subject/string',
        level: 'smoke',
      },
      {
        id: 'entries-not-validated',
        what: 'The decorator ValidateNested is missing.',
        clause: 'body/participants/role/value',
        level: 'smoke',
      },
      {
        id: 'request-scoped',
        what: 'The provider with the conversations is made anew for every request.',
        clause: 'behaviour/same-pair/repeated',
        level: 'smoke',
      },
      {
        id: 'lists-in-lists',
        what: 'ValidateNested looks into a list within the list.',
        clause: 'body/participants/entries',
        level: 'standard',
      },
    ],
  },
  {
    name: 'flask',
    stack: 'Python, Flask on waitress, PyJWT, SQLite by sqlite3',
    layouts: [...forms, 'json'],
    needs: [python],
    processes: () => [{ args: [interpreter, 'python/flask_service.py'] }],
    faults: [
      {
        id: 'no-unique-key',
        what: 'SELECT and then INSERT into a table without a unique key.',
        clause: 'behaviour/same-pair/at-once',
        level: 'smoke',
      },
      {
        id: 'signature-not-verified',
        what: 'PyJWT is told not to verify the signature.',
        clause: 'headers/authorization/signature',
        level: 'smoke',
      },
      {
        id: 'unguarded-json',
        what: 'Nobody catches the error of json.loads: 500.',
        clause: 'body/participants/json',
        level: 'smoke',
      },
      {
        id: 'boundary-not-checked',
        what: 'Werkzeug trips over a boundary without a value: 500.',
        clause: 'headers/content-type/boundary',
        also: ['answer/refusal/status'],
        level: 'standard',
      },
    ],
  },
  {
    name: 'django',
    stack: 'Python, Django on gunicorn with two workers, PyJWT, SQLite by its ORM',
    layouts: [...forms, 'json'],
    needs: [python],
    processes: () => [
      {
        args: [interpreter, '-m', 'gunicorn', '-c', 'python/gunicorn_settings.py', 'django_service'],
        env: { PYTHONPATH: 'python' },
      },
    ],
    faults: [
      {
        id: 'iexact',
        what: 'The look-up is iexact.',
        clause: 'behaviour/different-pair/subject',
        level: 'smoke',
      },
      {
        id: 'cut-to-191',
        what: 'The subject is cut to the 191 characters of an old index.',
        clause: 'behaviour/different-pair/subject',
        level: 'smoke',
      },
      {
        id: 'debug',
        what: 'DEBUG is on, and JSON that is broken becomes a page with the whole trace.',
        clause: 'body/participants/json',
        level: 'smoke',
      },
      {
        id: 'media-type-by-letter',
        what: 'Django compares the media type letter by letter.',
        clause: 'headers/content-type/any-spelling',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'aiohttp',
    stack: 'Python, aiohttp, PyJWT, a dictionary',
    layouts: forms,
    needs: [python],
    processes: () => [{ args: [interpreter, 'python/aiohttp_service.py'] }],
    faults: [
      {
        id: 'numbers-as-numbers',
        what: 'Subjects of digits pass through int().',
        clause: 'behaviour/different-pair/subject',
        level: 'smoke',
      },
      {
        id: 'awaits-in-between',
        what: 'An await between the look-up and the write.',
        clause: 'behaviour/same-pair/at-once',
        level: 'smoke',
      },
      {
        id: 'org-by-prefix',
        what: 'startswith() instead of == for the org.',
        clause: 'headers/org-id/length',
        level: 'smoke',
      },
      {
        id: 'blanks-kept',
        what: 'aiohttp leaves blanks behind header values.',
        clause: 'headers/values/optional-whitespace',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'bottle',
    stack: 'nginx before two processes of Python, Bottle on waitress, PyJWT, SQLite by sqlite3',
    layouts: forms,
    needs: [python, nginx],
    processes: (data, fault) => [
      bottleOn(`${data}/one.sock`),
      bottleOn(`${data}/two.sock`),
      nginxWith(fault === 'cache-for-everybody' ? 'bottle-cached.conf' : 'bottle.conf'),
    ],
    faults: [
      {
        id: 'memory-of-process',
        what: 'Each of two processes keeps the conversations to itself.',
        clause: 'behaviour/same-pair/repeated',
        level: 'smoke',
      },
      {
        id: 'cache-for-everybody',
        what: 'nginx keeps the answer for each body and gives it to anybody.',
        clause: 'headers/authorization/signature',
        level: 'standard',
      },
      {
        id: 'raw-error-page',
        what: 'The template of the error page does not escape the message.',
        clause: 'answer/refusal/no-markup',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'go',
    stack: 'Go, net/http, a map behind a mutex',
    layouts: [...forms, 'json'],
    needs: [go],
    build: ['go', 'build', '-o', 'go/dist/service', 'go/service.go'],
    processes: () => [{ args: ['go/dist/service'] }],
    faults: [
      {
        id: 'names-in-any-case',
        what: 'encoding/json finds the fields of a struct in any case.',
        clause: 'body/participants/subject/required',
        level: 'standard',
      },
      {
        id: 'first-json-value',
        what: 'A json.Decoder reads one value and leaves what follows it.',
        clause: 'body/participants/json',
        level: 'standard',
      },
      {
        id: 'lock-twice',
        what: 'The mutex is given back between the look-up and the write.',
        clause: 'behaviour/same-pair/at-once',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'php',
    stack: 'nginx before PHP-FPM with four workers, its own form reader, SQLite by PDO',
    layouts: [...forms, 'json'],
    needs: [php, nginx, python],
    processes: () => [
      { args: ['sh', '-c', 'exec /usr/sbin/php-fpm* -F -O -R -y php/fpm.conf'], ready: /ready to handle connections/ },
      nginxWith('php.conf'),
    ],
    faults: [
      {
        id: 'empty',
        what: 'empty() takes the text 0 for none.',
        clause: 'body/participants/subject/any-text',
        level: 'standard',
      },
      {
        id: 'loose-comparison',
        what: '== compares texts that look like numbers as numbers.',
        clause: 'behaviour/different-pair/subject',
        level: 'standard',
      },
      {
        id: 'message-as-html',
        what: 'The message of the refusal goes into HTML as it is.',
        clause: 'answer/refusal/no-markup',
        level: 'smoke',
      },
    ],
  },
  {
    name: 'sinatra',
    stack: 'Ruby, Sinatra on puma, ruby-jwt, SQLite by the sqlite3 gem',
    layouts: forms,
    needs: [ruby],
    processes: () => [
      {
        args: ['puma', '-b', 'tcp://127.0.0.1:0', 'ruby/config.ru'],
        ready: /Listening on http:\/\/127\.0\.0\.1:(\d+)/,
      },
    ],
    faults: [
      {
        id: 'mail-in-lower-case',
        what: 'A subject with an @ is written in lower case.',
        clause: 'behaviour/different-pair/subject',
        level: 'standard',
      },
      {
        id: 'anchors-of-lines',
        what: 'The pattern for the role has ^ and $, which hold for one line of several.',
        clause: 'body/participants/role/value',
        level: 'standard',
      },
      {
        id: 'shows-exceptions',
        what: 'The error page of the development environment.',
        clause: 'body/participants/json',
        level: 'smoke',
      },
      {
        id: 'tabs-kept',
        what: 'puma leaves tabs around header values.',
        clause: 'headers/values/optional-whitespace',
        level: 'standard',
      },
      {
        id: 'comments-in-json',
        what: 'The JSON parser of Ruby passes over comments.',
        clause: 'body/participants/json',
        level: 'standard',
      },
    ],
  },
];
