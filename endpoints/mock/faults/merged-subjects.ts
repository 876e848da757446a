/** Faults of Behaviour › new conversation: two subjects that are alike are taken for one person. */
import { cutSubjectsFaults } from './cut-subjects.js';
import { mergedNamesFaults } from './merged-names.js';
import { mergedNumbersFaults } from './merged-numbers.js';
import { mergedScriptsFaults } from './merged-scripts.js';
import { mergedTextsFaults } from './merged-texts.js';

export const mergedSubjectsFaults = [
  ...mergedNamesFaults,
  ...mergedScriptsFaults,
  ...mergedNumbersFaults,
  ...mergedTextsFaults,
  ...cutSubjectsFaults,
] as const;
