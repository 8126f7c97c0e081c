import { defineConfig } from 'tsup'
import shared from '../../tsup.config.ts'

// The package's own name for ONNX Runtime is resolved by whoever imports the package: Node, or a page's bundler.
export default defineConfig({ ...shared, external: ['#onnxruntime'] })
