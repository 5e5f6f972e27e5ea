/** What people who mean harm, or whose programs are broken, write in a field. `x-evil` is looked for in what comes back. */
export const hostileTexts: Readonly<Record<string, string>> = {
  'a script': '<script>alert(1)</script><x-evil>',
  'the end of the field': '</textarea></title><x-evil onload=alert(1)>',
  'the end of an attribute': `"'><x-evil onmouseover="alert(1)">`,
  'an attribute in bare words': '" onfocus=alert(1) autofocus x-evil="',
  'a picture that fails': '<img src=x onerror=alert(1)><x-evil>',
  'a drawing': '<svg><x-evil onload=alert(1)/></svg>',
  'escaped beforehand': '&lt;script&gt;alert(1)&lt;/script&gt;<x-evil>',
  'a template': `{{7*7}} \${7*7} <%= 7*7 %> #{7*7} <x-evil>`,
  SQL: `'; drop table matter; --`,
  'SQL that is always true': `' or '1'='1`,
  'SQL in a copy': `\\.\n); select pg_sleep(10); --`,
  'a dollar quote': '$$ || (select 1) || $$',
  NUL: 'a\0b',
  'half a pair': 'a\uD800b',
  'half a pair the other way': '\uDC00',
  'text turned around': 'faktura\u202Efdp.exe',
  'marks that isolate': '\u2066\u2069\u200B\u200E\uFEFF',
  'look-alike letters': 'Аle kоmmun раypal',
  'a stack of accents': `a${'\u0300'.repeat(2000)}`,
  'one letter that becomes many': '\uFDFA'.repeat(500),
  'one word without end': 'å'.repeat(9000),
  'two megabytes': 'x'.repeat(2_000_000),
  'line ends of every kind': 'a\r\nb\rc\u2028d\u2029e\u0085f\u000Bg',
  'signs that steer': '\u001B[31mred\u0007\b\b',
  'another header': 'x\r\nBcc: victim@example.org\r\n\r\nHello',
  'another header, encoded': 'x%0d%0aBcc:victim@example.org',
  'a formula': '=HYPERLINK("http://example.org","x")',
  'an address that runs': '\tJavaScript:alert(1)',
  'a path': '../../../../etc/passwd',
  'a prototype': '__proto__',
  JSON: '{"$ne": null}',
  'a number beyond all': '9'.repeat(400),
  'nothing but spaces': ' \u00A0\u3000\t\n ',
  'a regular expression that burns': `${'a'.repeat(5000)}!`,
  emoji: '👩‍👩‍👧‍👦'.repeat(50),
}

/** Bodies that no form of ours sends. */
export const hostileBodies: readonly (readonly [name: string, init: RequestInit])[] = [
  ['nothing', {}],
  ['JSON', typedBody('application/json', '{"topic":["bygga"]}')],
  [
    'XML with an entity',
    typedBody('text/xml', '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>'),
  ],
  [
    'a form that breaks off',
    typedBody('multipart/form-data; boundary=b', '--b\r\nContent-Disposition: form-data; name="to'),
  ],
  ['a form without a boundary', typedBody('multipart/form-data', 'x')],
  [
    'a form with a header in a name',
    typedBody(
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="topic\r\nX: y"\r\n\r\nbygga\r\n--b--',
    ),
  ],
  ['percent signs', typedBody('application/x-www-form-urlencoded', 'topic=%&%%%=%E0%A4%A&%00=%00')],
  [
    'the same field ten thousand times',
    typedBody('application/x-www-form-urlencoded', 'topic=a&'.repeat(10_000)),
  ],
  [
    'fields as arrays',
    typedBody(
      'application/x-www-form-urlencoded',
      'topic[]=bygga&topic[a][b]=c&where[]=one&sender[]=x&do[]=say',
    ),
  ],
  [
    'a prototype',
    typedBody(
      'application/x-www-form-urlencoded',
      '__proto__[topic]=bygga&constructor.prototype=x&__proto__=x',
    ),
  ],
  [
    'ten thousand fields',
    typedBody(
      'application/x-www-form-urlencoded',
      Array.from({ length: 10_000 }, (_, n) => `answer-${n}=x`).join('&'),
    ),
  ],
  ['a name of half a megabyte', typedBody('application/x-www-form-urlencoded', `${'x'.repeat(500_000)}=1`)],
  [
    'bytes that are no text',
    typedBody(
      'application/x-www-form-urlencoded',
      new Uint8Array([0xff, 0xfe, 0xc0, 0x80, 0x3d, 0xed, 0xa0, 0x80]),
    ),
  ],
  ['a content type of nonsense', typedBody('multipart/form-data; boundary="\u00E5"; x=\\', 'x')],
]

function typedBody(type: string, body: string | Uint8Array<ArrayBuffer>): RequestInit {
  return { headers: { 'content-type': type }, body }
}

/** Addresses that look nearly like those of a draft or a thread, after `/arende/`. `KEY` stands for somebody's own key. */
export const hostilePaths: readonly string[] = [
  'x',
  'nytt/x',
  'nytt/KEY/finns-inte',
  'nytt/KEY/amne/mer',
  'nytt/KEY%00/plats',
  'nytt/KEY%0d%0aSet-Cookie:x/plats',
  'nytt/../KEY',
  'nytt/%2e%2e/KEY',
  "nytt/KEY'/plats",
  'nytt/KEY;x/plats',
  'nytt/KEY=/plats',
  'nytt/KEYKEY/plats',
  'KEY/filer/x',
  'KEY/filer/00000000-0000-4000-8000-000000000000',
  'KEY/filer/..%2f..%2fetc%2fpasswd',
  'KEY/filer/%00',
  'KEY/finns-inte',
  'A'.repeat(43),
  `${'A'.repeat(43)}/kvitto`,
  `nytt/${'A'.repeat(43)}/granska`,
  'A'.repeat(6000),
  '%E0%A4%A',
  '%F0%9F%92%A9',
  '__proto__',
  'constructor',
]
