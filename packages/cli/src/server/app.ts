import { createApp } from './create-app.ts'

export { type AppOptions, createApp } from './create-app.ts'
export type { Answer, Job, MediaType, Operation } from './job.ts'

/** The server with its defaults, for what takes an application as a module's default export. */
export default createApp()
