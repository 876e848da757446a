/** Faults of Answer › refusal: stack traces as runtimes and frameworks show them, each the body of an answer. */
import { changesRefusal } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

const shows = rowsBy(([type, body]: readonly [type: string, body: string]) =>
  changesRefusal(({ status }) => ({ status, fields: [['Content-Type', type]], body })),
);

const html = (body: string) => ['text/html; charset=utf-8', `<!doctype html><title>Error</title>${body}`] as const;
const json = (value: unknown) => ['application/json', JSON.stringify(value)] as const;
const text = (...lines: readonly string[]) => ['text/plain; charset=utf-8', lines.join('\n')] as const;

const lines = (...all: readonly string[]): string => all.join('\n');

export const refusalTraceFaults = faultsOf('refusal', {
  'answer/refusal/no-stack-trace': shows({
    'java-trace': [
      'Shows a Java stack trace in a refusal.',
      json({
        trace: lines(
          'java.lang.IllegalArgumentException: bad request',
          '\tat com.example.conversation.RequestReader.read(RequestReader.java:118)',
          '\tat com.example.conversation.ConversationResource.establish(ConversationResource.java:57)',
        ),
      }),
    ],
    'java-frames': [
      'Shows the frames of a Java stack trace as objects.',
      json({
        message: 'bad request',
        stackTrace: [
          {
            declaringClass: 'com.example.RequestReader',
            methodName: 'read',
            fileName: 'RequestReader.java',
            lineNumber: 118,
          },
        ],
      }),
    ],
    'tomcat-report': [
      'Shows a report of Tomcat with the exception, whose frames have no "at".',
      html(
        lines(
          '<h1>HTTP Status 400 – Bad Request</h1><p><b>Type</b> Exception Report</p><p><b>Exception</b></p><pre>',
          'com.example.BadRequestException: bad request',
          '\tcom.example.conversation.RequestReader.read(RequestReader.java:118)',
          '\tjakarta.servlet.http.HttpServlet.service(HttpServlet.java:590)</pre>',
        ),
      ),
    ],
    'node-trace': [
      'Shows a Node stack trace in a refusal.',
      json({
        stack: lines(
          'TypeError: Cannot read properties of undefined',
          '    at readParticipants (/srv/app/dist/participants.js:41:17)',
          '    at async establish (/srv/app/dist/conversation.js:12:5)',
        ),
      }),
    ],
    'express-page': [
      'Shows a page of Express with a stack trace in entities.',
      html(
        '<pre>Error: bad request<br> &nbsp; &nbsp;at establish (/srv/app/conversation.js:12:5)' +
          '<br> &nbsp; &nbsp;at Layer.handle (/srv/app/router/layer.js:95:5)</pre>',
      ),
    ],
    'python-trace': [
      'Shows a Python traceback in a refusal.',
      text(
        'Traceback (most recent call last):',
        '  File "/srv/app/conversation.py", line 41, in establish',
        '    subject = participant["subject"]',
        "KeyError: 'subject'",
      ),
    ],
    'python-in-entities': [
      'Shows a frame of Python in a page that escapes quotes and blanks.',
      html(
        '<p>KeyError<br>&nbsp;&nbsp;File&nbsp;&#34;conversation.py&#34;,&nbsp;line&nbsp;41,&nbsp;in&nbsp;establish</p>',
      ),
    ],
    'dotnet-trace': [
      'Shows a .NET stack trace in a refusal.',
      json({
        detail: lines(
          'System.NullReferenceException: Object reference not set to an instance of an object.',
          '   at Example.Conversations.Establish(HttpRequest request) in C:\\build\\Conversations.cs:line 83',
        ),
      }),
    ],
    'dotnet-without-files': [
      'Shows a .NET stack trace without files.',
      json({
        title: 'Bad Request',
        detail: lines(
          'System.FormatException: bad request',
          '   at Example.Conversations.Read(String text)',
          '   at Example.Conversations.Establish(HttpRequest request)',
        ),
      }),
    ],
    'aspnet-page': [
      'Shows an error page of ASP.NET.',
      html(
        lines(
          '<h2>Bad request</h2><b>Stack Trace:</b><code><pre>',
          '[FormatException: bad request]',
          '   Example.Conversations.Read(String text) +83',
          '   Example.Conversations.Establish(HttpContext context) +12</pre></code>',
        ),
      ),
    ],
    'laravel-trace': [
      'Shows the frames of Laravel as JSON.',
      json({
        message: 'bad request',
        exception: 'UnexpectedValueException',
        file: '/srv/app/Http/ConversationController.php',
        line: 41,
        trace: [{ file: '/srv/vendor/framework/Router.php', line: 54, function: 'establish', type: '->' }],
      }),
    ],
    'rails-trace': [
      'Shows the frames of Rails as JSON.',
      json({
        status: 400,
        traces: {
          'Application Trace': [{ id: 0, trace: "app/controllers/conversations_controller.rb:41:in 'establish'" }],
        },
      }),
    ],
    'go-trace': [
      'Shows a panic of Go.',
      text('panic: bad request', '', 'goroutine 18 [running]:', 'main.establish()', '\t/srv/app/main.go:41 +0x1d'),
    ],
    'rust-trace': [
      'Shows a panic of Rust.',
      text("thread 'worker' panicked at src/conversation.rs:41:9:", 'bad request'),
    ],
    'elixir-trace': [
      'Shows a stack trace of Elixir.',
      text(
        '** (ArgumentError) bad request',
        '    (api 1.0.0) lib/api/conversation.ex:41: Api.Conversation.establish/2',
      ),
    ],
    'perl-trace': ['Shows where a Perl program died.', text('bad request at /srv/lib/Conversation.pm line 41.')],
    'apex-trace': [
      'Shows a stack trace of Apex.',
      json({
        errorCode: 'APEX_ERROR',
        message: lines('System.JSONException: bad request', 'Class.ConversationResource.establish: line 41, column 1'),
      }),
    ],
  }),
});
