import { sendForSignOff } from '../../../../shared/domain/signOff';
import type { Review } from '../../../../shared/schema/review';
import { now } from '../../../support/builders/calendar';
import { smallFramework } from '../../../support/builders/framework';
import { commandId } from '../../../support/builders/ids';
import { valueOf } from '../../../support/builders/outcome';
import { dana } from '../../../support/builders/people';
import { queriedReview } from '../../../support/builders/reviews';

const { urn, year, period } = queriedReview();
export const sentAgain: Review = valueOf(
  sendForSignOff(
    queriedReview(),
    { commandId: commandId('again'), urn, year, period },
    { by: dana.id, at: now, framework: smallFramework, roles: [] },
  ),
);
