import styled from 'styled-components';
import { SettingsLink } from './SettingsLink.tsx';
import type { KnownProps } from './Sidebar.tsx';

const Foot = styled.div`
  padding: ${({ theme }) => `${theme.space.base * 3}px ${theme.space.base * 4}px`};
  &:empty { display: none; }
`;

/** Under the list of incidents, for admins alone. */
export function AdminFoot(props: Pick<KnownProps, 'ports' | 'refresh'>) {
  return (
    <Foot>
      <SettingsLink {...props} />
    </Foot>
  );
}
