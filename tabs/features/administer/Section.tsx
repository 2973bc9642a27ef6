import { mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useSurfaces } from '../../components/surfaces';

interface SectionProps {
  readonly title: string;
  readonly about: string;
  readonly children?: ReactNode;
}

/** One subject of administration: its heading, a line about it, and what there is. */
export const Section = ({ title, about, children }: SectionProps) => {
  const surfaces = useSurfaces();
  return (
    <section className={mergeClasses(surfaces.card, surfaces.tight)}>
      <h2 className={surfaces.title}>{title}</h2>
      <p className={surfaces.quiet}>{about}</p>
      {children}
    </section>
  );
};

/** A list of entries; nothing at all where there are none. */
export const Entries = ({ label, children }: { label: string; children: readonly ReactNode[] }) => {
  const surfaces = useSurfaces();
  if (children.length === 0) return null;
  return (
    <ul className={surfaces.list} aria-label={label}>
      {children}
    </ul>
  );
};
