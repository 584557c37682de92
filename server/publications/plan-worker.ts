import { parentPort, workerData } from 'node:worker_threads'
import { type PlanQuestion, readPlan } from './read-plan.ts'

parentPort?.postMessage(readPlan(workerData as PlanQuestion))
