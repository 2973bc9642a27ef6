import { Button, Link, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useHref, useLinkClickHandler } from 'react-router';

interface PlaceLinkProps {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to another place of the tab. */
export const PlaceLink = ({ to, children }: PlaceLinkProps) => (
  <Link inline href={useHref(to)} onClick={useLinkClickHandler(to)}>
    {children}
  </Link>
);

type PlaceButtonProps = PlaceLinkProps & Pick<ButtonProps, 'appearance' | 'icon' | 'size'>;

/** The same, drawn as a button. */
export const PlaceButton = ({ to, children, ...look }: PlaceButtonProps) => (
  <Button as="a" href={useHref(to)} onClick={useLinkClickHandler(to)} {...look}>
    {children}
  </Button>
);
