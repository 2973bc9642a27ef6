import type { ToneColours } from '../../shared/domain/paperTones';
import type { Tones } from './tones';

const inContrast: ToneColours = { background: '#000000', foreground: '#ffffff', outline: '#ffffff' };

export const contrastTones: Tones = {
  critical: inContrast,
  caution: inContrast,
  steady: inContrast,
  good: inContrast,
  exceptional: inContrast,
  notJudged: inContrast,
  notApplicable: { ...inContrast, outline: '#000000' },
};
