import { gradedPhrases } from '../yearly/gradedPhrases';
import type { Phrases } from '../yearly/standing';

export const phrases: Phrases = {
  ...gradedPhrases,
  earlyYears: [
    [
      'Children are not taught to read, and gaps in language are not noticed.',
      'The provision is unsafe in parts, and little is learned in it.',
    ],
    [
      'Phonics is taught every day; the rest of the curriculum is thin.',
      'Adults are kind and busy; they do not yet build language on purpose.',
    ],
    [
      'Children are ready for Year 1, and parents know how to help at home.',
      'Language and early number are taught well, indoors and out.',
    ],
    [
      'Children make remarkable progress; every adult knows what each one needs next.',
      'Teaching is expert from the first day, and nobody falls behind.',
    ],
  ],
  sixthForm: [
    [
      'Students are on courses that do not suit them, and many leave early.',
      'Teaching does not prepare students for their examinations.',
    ],
    [
      'Results differ too much between subjects, and a tenth of the students leave early.',
      'Advice is good; study outside lessons is not yet expected of everybody.',
    ],
    [
      'Results are at the average, and nearly all students reach the next step they want.',
      'Students study well by themselves, and teaching is consistent between subjects.',
    ],
    [
      'Results and destinations are far above average in every subject.',
      'Students are scholars and lead much of the life of the college.',
    ],
  ],
  safeguarding: [
    [
      'Referrals were late and records incomplete; the CEO has taken over oversight.',
      'Staff do not know the procedures, and checks on new staff are missing.',
    ],
    [
      'Effective: records are prompt, checks complete and pupils know whom to tell.',
      'Effective: the annual audit found all in order and two things worth copying.',
    ],
  ],
};
