import { Button } from '@zendeskgarden/react-buttons';
import type { ReactNode } from 'react';

/** A link that shows more below it, or hides it again; its words say which. */
export function Disclose(props: {
  isOpen: boolean;
  setOpen: (isOpen: boolean) => void;
  testId: string;
  children: ReactNode;
}) {
  const { isOpen, setOpen, testId, children } = props;
  return (
    <Button isLink size="small" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)} data-test-id={testId}>
      {children}
    </Button>
  );
}
