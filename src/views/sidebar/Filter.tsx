import { getColor } from '@zendeskgarden/react-theming';
import styled from 'styled-components';
import { useWords } from '../phrases.tsx';

// Garden's own input brings 20 kB of forms; a search box of the same looks is all that is needed before anything else.
const Box = styled.input`
  box-sizing: border-box;
  width: 100%;
  padding: ${({ theme }) => `${theme.space.base * 1.5}px ${theme.space.sm}`};
  border: ${({ theme }) => `${theme.borders.sm} ${getColor({ theme, variable: 'border.emphasis' })}`};
  border-radius: ${({ theme }) => theme.borderRadii.md};
  font: inherit;
  color: inherit;
  background: transparent;
`;

export function Filter({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useWords();
  return (
    <Box
      type="search"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      placeholder={t('list.filter')}
      aria-label={t('list.filter')}
    />
  );
}
