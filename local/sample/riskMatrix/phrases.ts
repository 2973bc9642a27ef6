import { gradedPhrases } from '../yearly/gradedPhrases';
import type { Phrases } from '../yearly/standing';

export const phrases: Phrases = {
  ...gradedPhrases,
  statutoryData: [
    [
      'Results are in the lowest fifth in the country for the third year.',
      'Progress is far below average in every subject that is tested.',
    ],
    [
      'Results are below average; the latest year is the best of three.',
      'One key measure is near average, the others are below.',
    ],
    [
      'Results are at or above average in nearly all measures.',
      'Three years of results around or above average, with no group far behind.',
    ],
    [
      'Results are in the top tenth in the country, with no gap for disadvantaged pupils.',
      'High results in every measure for three years running.',
    ],
  ],
  earlyYearsPost16: [
    [
      'Children and students do not get the teaching that their stage needs.',
      'The offer is poorly planned, and many leave without a next step.',
    ],
    [
      'Better planned than last year; what adults do with the plan still varies.',
      'The start is sound, and expectations of the most able are too low.',
    ],
    [
      'Well taught and well led; almost all are ready for their next stage.',
      'Adults know what each one needs next, and outcomes are at the average.',
    ],
    [
      'Exceptional care and teaching; others come to see how it is done.',
      'Outcomes are very high from low starting points, and destinations are excellent.',
    ],
  ],
  safeguarding: [
    [
      'Records are incomplete, and referrals came late; the Trust works on site.',
      'Training is out of date, and pupils do not know whom to tell.',
    ],
    [
      'Arrangements meet the requirements; leaders do not yet test how well they work.',
      'Records are in order; the follow-up of low-level concerns is uneven.',
    ],
    [
      'The culture is open and watchful; the external audit had two minor points.',
      'Staff are trained, records are prompt, and pupils say that they are safe.',
    ],
    [
      'Practice is exemplary, and its leaders train other schools.',
      'The audit had no points; pupils themselves help to keep others safe.',
    ],
  ],
};
