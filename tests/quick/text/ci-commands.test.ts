/** Commands to CI systems lose their force, whatever stands around them, and other text stays as it is. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { withoutCiCommands } from '../../../text/ci-commands.js';
import { escapeMarkdown, escapeXml } from '../../../text/escape.js';
import { visibleLines, visibleText } from '../../../text/visible.js';
import { ciCommand } from '../reports/hostile.js';

const commands: readonly (readonly [system: string, command: string, broken: string])[] = [
  ['Azure Pipelines', '##vso[task.setvariable variable=a;]b', '⟨#⟩#vso[task.setvariable variable=a;]b'],
  ['Azure Pipelines, a format', '##[error]no', '⟨#⟩#[error]no'],
  [
    'Azure Pipelines, in another case',
    '##VSO[task.complete result=Succeeded;]',
    '⟨#⟩#VSO[task.complete result=Succeeded;]',
  ],
  ['behind another sign', '###vso[task.complete]', '#⟨#⟩#vso[task.complete]'],
  ['TeamCity', "##teamcity[buildStatus status='SUCCESS']", "⟨#⟩#teamcity[buildStatus status='SUCCESS']"],
  ['GitHub Actions', '::set-output name=a::b', '⟨:⟩:set-output name=a::b'],
  ['GitHub Actions, a mask', '::add-mask::a', '⟨:⟩:add-mask::a'],
  ['GitHub Actions, an end', '::stop-commands::a', '⟨:⟩:stop-commands::a'],
  ['GitHub Actions, behind blanks', ' \t::error file=a,line=1::b', ' \t⟨:⟩:error file=a,line=1::b'],
  ['GitHub Actions, behind a colour', '\u001b[31m::notice::a', '\u001b[31m⟨:⟩:notice::a'],
  ['GitHub Actions, to be run', 'echo "::set-output name=a::b"', 'echo "⟨:⟩:set-output name=a::b"'],
  ['GitHub Actions of old', '##[set-output name=a;]b', '⟨#⟩#[set-output name=a;]b'],
  ['GitLab', 'section_start:1560896352:a', 'section_start⟨:⟩1560896352:a'],
  ['GitLab, an end', 'x section_end:1560896352:a', 'x section_end⟨:⟩1560896352:a'],
  ['Travis', 'travis_fold:start:a', 'travis_fold⟨:⟩start:a'],
  ['Buildkite', '--- a', '⟨-⟩-- a'],
  ['Buildkite, open', '+++ a', '⟨+⟩++ a'],
  ['Buildkite, faint', '~~~ a', '⟨~⟩~~ a'],
  ['Buildkite, opened again', '^^^ +++', '⟨^⟩^^ +++'],
];

for (const [system, command, broken] of commands) {
  test(`a command to ${system} is broken, and once only`, () => {
    assert.match(system.includes('to be run') ? '::' : command, ciCommand);
    assert.equal(withoutCiCommands(command), broken);
    assert.equal(withoutCiCommands(`a\n${command}\r\n${command}`), `a\n${broken}\r\n${broken}`);
    assert.equal(withoutCiCommands(broken), broken);
  });
}

test('in the middle of a line only what is a command there is broken', () => {
  assert.equal(withoutCiCommands('got "##vso[a]b", ::c::d, --- e'), 'got "⟨#⟩#vso[a]b", ::c::d, --- e');
});

const innocent: readonly string[] = [
  '',
  '# one ## two [three] ##four',
  'std::vector<Api::Channel> from ::1 or fe80::1%eth0, Class::method',
  'a --- b +++ c ~~~ d',
  '-----BEGIN PUBLIC KEY-----',
  '---\n+++\n--option -- all',
  'section:1 section_started: no, travis: yes',
  'echo ::1 and echo :name:',
  'time 10::30, emoji :tada: and ratio 1:2',
  '山田 😀 Zoë ⟨#⟩',
];

for (const text of innocent) {
  test(`left as it is: ${JSON.stringify(text)}`, () => assert.equal(withoutCiCommands(text), text));
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(...commands.map(([, command]) => command), '#', ':', '-', ' ', '\n', '\r', 'vso[', '\t'),
      fc.string(),
    ),
  )
  .map((pieces) => pieces.join(''));

test('whatever comes in, no command comes out, of the texts of the reports neither', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const broken = withoutCiCommands(text);
      assert.doesNotMatch(broken, ciCommand);
      assert.equal(withoutCiCommands(broken), broken);
      assert.doesNotMatch(visibleText(text), ciCommand);
      assert.doesNotMatch(visibleLines(text), ciCommand);
      assert.doesNotMatch(escapeMarkdown(text), ciCommand);
      assert.doesNotMatch(escapeXml(text).replaceAll('&#10;', '\n').replaceAll('&quot;', '"'), ciCommand);
    }),
  );
});

test('a long text is read in linear time: with a quadratic step this would take hours', () => {
  for (const unit of [
    ' ',
    ':',
    '#',
    '# ',
    ': ',
    '::a ',
    'echo ',
    '-',
    '\u001b[1m',
    '\n',
    '\t',
    'section_start',
    '##a',
  ]) {
    withoutCiCommands(unit.repeat(1_000_000));
  }
});
