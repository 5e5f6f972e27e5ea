/**
 * The headers of a file that somebody else has made: always to be kept, never shown in our own name, whatever is in it.
 * The name is written as RFC 8187 has it, with whatever letters.
 */
export function attachmentHeaders(name: string, mediaType: string): Record<string, string> {
  const plain = name.replace(/[^\w .()-]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return {
    'Content-Type': mediaType,
    'Content-Disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
    'Content-Security-Policy': "sandbox; default-src 'none'",
  }
}
