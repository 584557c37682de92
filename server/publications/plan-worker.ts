import { parentPort, workerData } from 'node:worker_threads'
import { type PlanQuestion, readPlan } from './read-plan.ts'

parentPort?.postMessage(await readPlan(workerData as PlanQuestion))
