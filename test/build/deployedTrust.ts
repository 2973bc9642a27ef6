import { settings } from '../support/builders/calendar';
import { smallFramework } from '../support/builders/framework';
import { academies, birch, people } from '../support/builders/people';
import { judgedReview, signedOffReview } from '../support/builders/reviews';
import type { Deployment } from './deployed';

/** Makes the lists and puts a small trust into them, with a review that can be sent and one that is signed off. */
export const fillWithTrust = async (deployed: Deployment): Promise<void> => {
  await deployed.provision(smallFramework);
  const framework = { name: `framework:${smallFramework.code}@${smallFramework.version}`, framework: smallFramework };
  await deployed.keep('settings', [settings, framework]);
  await deployed.keep('academies', academies);
  await deployed.keep('people', people);
  await deployed.keep('reviews', [judgedReview(), signedOffReview({ academy: birch })]);
};
