import { Button, Link, type ButtonProps } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { linkTo } from '../app/routing';

interface PlaceLinkProps {
  readonly to: string;
  readonly children: ReactNode;
}

/** A link to another place of the tab. */
export const PlaceLink = ({ to, children }: PlaceLinkProps) => (
  <Link inline {...linkTo(to)}>
    {children}
  </Link>
);

type PlaceButtonProps = PlaceLinkProps & Pick<ButtonProps, 'appearance' | 'icon' | 'size'>;

/** The same, drawn as a button. */
export const PlaceButton = ({ to, children, ...look }: PlaceButtonProps) => (
  <Button as="a" {...linkTo(to)} {...look}>
    {children}
  </Button>
);
