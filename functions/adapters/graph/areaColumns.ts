const areaPrefix = 'Area';
/** The column of an area; reversible, because a code begins with a small letter. */
export const areaColumnName = (area: string): string =>
  `${areaPrefix}${area.slice(0, 1).toUpperCase()}${area.slice(1)}`;
export const isAreaColumn = (name: string): boolean => /^Area[A-Z][A-Za-z0-9]*$/.test(name);
/** Worked out once for each column: tens of thousands of rows have the same ones. */
const areas = new Map<string, string | undefined>();
/** The code of the area whose column this is; undefined where it is none. */
export const areaInName = (name: string): string | undefined => {
  if (!areas.has(name))
    areas.set(name, isAreaColumn(name) ? `${name.slice(4, 5).toLowerCase()}${name.slice(5)}` : undefined);
  return areas.get(name);
};
