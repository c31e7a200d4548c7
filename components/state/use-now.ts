import { useEffect, useState } from 'react';

/** The present, renewed each minute so that times of today and discreet mode stay true on an open page. */
export function useNow(clock: () => Date): Date {
  const [now, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 60_000);
    return () => clearInterval(timer);
  }, [clock]);
  return now;
}
