import { Button } from '@zendeskgarden/react-buttons';
import { XL } from '@zendeskgarden/react-typography';
import { useEffect } from 'react';
import styled from 'styled-components';
import { useClient } from './WithClient.tsx';
import { useTexts } from './WithTexts.tsx';

/** A greeting and a button: the scaffold's sidebar, without its grid, which makes it the smaller. */
export function Greeting() {
  const client = useClient();
  const texts = useTexts();
  useEffect(() => {
    client.invoke('resize', { width: '100%', height: '450px' });
  }, [client]);
  return (
    <Column data-test-id="greeting">
      <XL isBold>{texts.greeting}</XL>
      <Button
        isPrimary
        onClick={() => client.invoke('instances.create', { location: 'modal', url: 'assets/index.html' })}
      >
        {texts.open}
      </Button>
    </Column>
  );
}

const Column = styled.div`
  display: grid;
  justify-items: center;
  gap: ${(props) => props.theme.space.sm};
`;
