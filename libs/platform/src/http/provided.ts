import type { Type } from '@nestjs/common';
import type { ModuleRef } from '@nestjs/core';

/** What some module of the application provides, wherever it is; null if none does. */
export function provided<T>(modules: ModuleRef, token: string | Type<T> | (abstract new () => T)): T | null {
  try {
    return modules.get<T>(token as Type<T>, { strict: false });
  } catch {
    return null;
  }
}
