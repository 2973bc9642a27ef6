import { findArea } from '../../../../shared/domain/framework';
import type { Area } from '../../../../shared/schema/framework';
import type { AreaCode } from '../../../../shared/schema/ids';
import type { ReviewArea } from '../../../../shared/schema/reviewViews';
import { smallFramework } from '../../../support/builders/framework';
import { area, commandId, level } from '../../../support/builders/ids';
import { dana } from '../../../support/builders/people';

export const areaOf = (code: AreaCode): Area => {
  const found = findArea(smallFramework, code);
  if (!found) throw new Error(`no area ${code}`);
  return found;
};

export const unjudged: ReviewArea = { area: area.attendance, applicable: true, mayRate: true, kpis: [] };

export const judgedBy = (id: string, rationale: string): ReviewArea => ({
  ...unjudged,
  judgement: {
    id: commandId(id),
    level: level.actions,
    rationale,
    evidence: [],
    by: { id: dana.id, name: dana.name, jobTitle: dana.jobTitle },
    at: '2026-11-20T10:00:00Z',
  },
});
