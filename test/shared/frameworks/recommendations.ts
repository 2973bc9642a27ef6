import type { Framework } from '../../../shared/schema/framework';

/** The word that tells each recommendation of the source from the others. */
const marks = [/stages/, /climate/, /problem is to be solved/, /ready/, /first time/, /last and spread/];

export const itHasTheSixRecommendations = (framework: Framework): void =>
  it('is tested against the six recommendations, in the order of the source', () => {
    const recommendations = framework.plan?.recommendations ?? [];
    expect(recommendations).toHaveLength(6);
    marks.forEach((mark, i) => expect(recommendations[i]).toMatch(mark));
  });
