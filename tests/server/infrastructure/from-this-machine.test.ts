import { describe, expect, it } from 'vitest'
import { isFromThisMachine } from '../../../server/infrastructure/from-this-machine.ts'

describe('a request from this very machine', () => {
  it.each([
    ['127.0.0.1', { host: 'localhost:3000' }],
    ['::1', { host: '[::1]:3000' }],
    ['::ffff:127.0.0.1', { host: '127.0.0.1' }],
  ])('is one from %s asking %o', (address, headers) => {
    expect(isFromThisMachine(address, headers)).toBe(true)
  })

  it.each([
    ['another machine', '192.168.1.20', { host: 'localhost:3000' }],
    ['a proxy on this machine', '127.0.0.1', { host: 'localhost', 'x-forwarded-for': '203.0.113.5' }],
    ['a proxy that says only Forwarded', '127.0.0.1', { host: 'localhost', forwarded: 'for=203.0.113.5' }],
    ['a proxy that keeps the name', '127.0.0.1', { host: 'selaras.instansi.example' }],
    ['a foreign page that points its name here', '127.0.0.1', { host: 'localhost.evil.example' }],
    ['nobody named', '127.0.0.1', {}],
  ])('is none from %s', (_name, address, headers) => {
    expect(isFromThisMachine(address, headers)).toBe(false)
  })
})
