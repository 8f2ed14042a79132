import { openDatabase } from './pipeline/db.ts'
import { writeCase } from './test/fuzz/case.ts'
import { mkdirSync, rmSync } from 'node:fs'
const db = await openDatabase('/tmp/fuzz',{memory:'1GB'})
for (const c of process.argv.slice(2)) { const f = `/tmp/fuzz/g/${c}`; rmSync(f,{recursive:true,force:true}); mkdirSync(f,{recursive:true}); console.log(JSON.stringify(await writeCase(db, 1, Number(c), f))) }
db.close()
