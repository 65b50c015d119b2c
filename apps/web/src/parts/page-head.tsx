import { Box, Group, Stack, Text, Title } from '@mantine/core';
import { type ReactNode, useEffect, useRef } from 'react';
import classes from './page-head.module.css';

/** The one question that a screen answers, and its one primary action; the focus starts here after a change of screens. */
export function PageHead({
  title,
  says,
  action,
}: {
  readonly title: string;
  readonly says?: ReactNode;
  readonly action?: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = `${title} · Ajudant`;
  }, [title]);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <Group justify="space-between" align="flex-start" gap="lg" mb="xl">
      <Stack gap="xs" maw={720}>
        <Title order={1} size="h2" ref={heading} tabIndex={-1} className={classes.heading}>
          {title}
        </Title>
        {says === undefined ? null : (
          <Text c="dimmed" component="div">
            {says}
          </Text>
        )}
      </Stack>
      {action === undefined ? null : <Box className={`${classes.action} not-printed`}>{action}</Box>}
    </Group>
  );
}
