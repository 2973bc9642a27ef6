import type { Tones } from './tones';

export const darkTones: Tones = {
  critical: { background: '#6b1720', foreground: '#ffd9dc', outline: '#ffc4c8' },
  caution: { background: '#594108', foreground: '#ffe3a6', outline: '#e0b04a' },
  steady: { background: '#1e4f94', foreground: '#d3e5ff', outline: '#8fbcff' },
  good: { background: '#12583b', foreground: '#bdf2d4', outline: '#6fd3a0' },
  exceptional: { background: '#0f7a50', foreground: '#dcffec', outline: '#9af0c4' },
  notJudged: { background: '#292929', foreground: '#b8b8b8', outline: '#8a8a8a' },
  notApplicable: { background: '#292929', foreground: '#b8b8b8', outline: '#292929' },
};
